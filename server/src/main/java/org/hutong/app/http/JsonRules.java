package org.hutong.app.http;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.DeserializationContext;

/**
 * How requests are read and answers written. In the records of {@code web} packages a component is required unless it says
 * {@link Nullable}; the API document follows the same rule, so what it calls required is what the server insists on.
 */
@Configuration(proxyBeanMethods = false)
class JsonRules implements WebMvcConfigurer {

    @Bean
    JsonMapperBuilderCustomizer jsonMapperRules() {
        return builder -> builder
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .annotationIntrospector(new RequiredUnlessNullable())
                .addModule(new SimpleModule("hutong")
                        .addSerializer(RegionCode.class, ToStringSerializer.instance)
                        .addSerializer(SubjectId.class, ToStringSerializer.instance)
                        .addSerializer(ElementCode.class, ToStringSerializer.instance)
                        .addSerializer(ElementPath.class, ToStringSerializer.instance)
                        .addDeserializer(RegionCode.class, new Named<>(RegionCode.class, RegionCode::of))
                        .addDeserializer(SubjectId.class, new Named<>(SubjectId.class, SubjectId::parse))
                        .addDeserializer(ElementCode.class, new Named<>(ElementCode.class, ElementCode::of))
                        .addDeserializer(ElementPath.class, new Named<>(ElementPath.class, ElementPath::of)));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Converter<String, RegionCode>() {
            @Override
            public RegionCode convert(String text) {
                return RegionCode.of(text);
            }
        });
        registry.addConverter(new Converter<String, SubjectId>() {
            @Override
            public SubjectId convert(String text) {
                return SubjectId.parse(text);
            }
        });
        registry.addConverter(new Converter<String, ElementCode>() {
            @Override
            public ElementCode convert(String text) {
                return ElementCode.of(text);
            }
        });
    }

    /** Is this record component one that a caller must send, and that an answer always has? */
    static boolean required(Class<?> record, String component) {
        return Arrays.stream(record.getRecordComponents()).filter(one -> one.getName().equals(component))
                .anyMatch(one -> !one.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    static boolean ofTheWeb(Class<?> type) {
        return type.isRecord() && type.getPackageName().startsWith("org.hutong.") && type.getPackageName().contains(".web");
    }

    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return insists(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return insists(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : super.findSetterInfo(config, annotated);
        }

        private static boolean insists(Annotated annotated) {
            if (!(annotated instanceof AnnotatedParameter parameter) || !ofTheWeb(parameter.getDeclaringClass())) {
                return false;
            }
            var components = parameter.getDeclaringClass().getRecordComponents();
            return components.length > parameter.getIndex()
                    && !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }

    /** Reads a type of the kernel from its text. */
    private static final class Named<T> extends FromStringDeserializer<T> {
        private final java.util.function.Function<String, T> reader;

        Named(Class<T> type, java.util.function.Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException malformed) {
                throw context.weirdStringException(text, handledType(), "malformed");
            }
        }
    }
}
