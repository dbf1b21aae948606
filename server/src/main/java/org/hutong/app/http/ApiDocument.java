package org.hutong.app.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.hutong.access.Actor;
import org.hutong.access.AllowAccount;
import org.hutong.access.AllowAnyone;
import org.hutong.access.AllowDemo;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowResident;
import org.hutong.access.OfficerSession;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.ValueKind;
import org.hutong.problem.ProblemBody;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API document at {@code /api/openapi.json}, from which the web apps' client is generated: every operation with its callers, every
 * refusal as a problem, and what is always there as required.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final String OFFICER = "officer";
    private static final String RESIDENT = "resident";
    private static final String JSON = "Json";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.Officer.class, Actor.Resident.class, OfficerSession.class)
                .replaceWithSchema(RegionCode.class, text("Region code of 12 digits, or 15 for a grid").pattern("^\\d{12}(\\d{3})?$"))
                .replaceWithSchema(SubjectId.class, text("Subject: six-digit home, hyphen, UUID").pattern("^\\d{6}-[0-9a-f-]{36}$"))
                .replaceWithSchema(ElementCode.class, text("Code of a data element, such as person.mobile"))
                .replaceWithSchema(ElementPath.class, text("Path to a data element, such as guardian/person.mobile"))
                .replaceWithSchema(JsonNode.class, reference(JSON))
                .replaceWithSchema(ObjectNode.class, reference(JSON));
    }

    private static Schema<?> text(String description) {
        Schema<?> schema = new Schema<>();
        schema.addType("string");
        schema.setType("string");
        schema.setDescription(description);
        return schema;
    }

    private static Schema<String> valueKind() {
        Schema<String> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(Arrays.stream(ValueKind.values()).map(ValueKind::json).toList());
        return schema;
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Hutong 互通").version("1").description("Errors are problems as in RFC 9457, in the reader's language.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(OFFICER, cookie("hutong_officer"))
                        .addSecuritySchemes(RESIDENT, cookie("hutong_resident")));
    }

    private static SecurityScheme cookie(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name(name)
                .description("Set by signing in; over TLS the name begins with __Host-");
    }

    /** Says who may call, and that anything but success is a problem. */
    @Bean
    GlobalOperationCustomizer describeCallers() {
        return (operation, handler) -> {
            describeCallers(operation, handler);
            describeBody(operation, handler);
            operation.getResponses().addApiResponse("default", new ApiResponse().description("A problem")
                    .content(new Content().addMediaType("application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemBody")))));
            return operation;
        };
    }

    /** A body that is read as plain JSON has the shape that {@code @Schema(ref)} names. */
    private static void describeBody(Operation operation, HandlerMethod handler) {
        for (Parameter parameter : handler.getMethod().getParameters()) {
            var said = parameter.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
            if (parameter.isAnnotationPresent(RequestBody.class) && said != null && !said.ref().isEmpty()) {
                operation.getRequestBody().getContent().values().forEach(content -> content.setSchema(new Schema<>().$ref(said.ref())));
            }
        }
    }

    private static void describeCallers(Operation operation, HandlerMethod handler) {
        Method method = handler.getMethod();
        for (Annotation rule : method.getAnnotations()) {
            switch (rule) {
                case AllowOfficer officer -> {
                    operation.addSecurityItem(new SecurityRequirement().addList(OFFICER));
                    operation.addExtension("x-allow", Arrays.stream(officer.roles()).map(Enum::name).toList());
                }
                case AllowAccount ignored -> {
                    operation.addSecurityItem(new SecurityRequirement().addList(OFFICER));
                    operation.addExtension("x-allow", List.of("ACCOUNT"));
                }
                case AllowResident ignored -> {
                    operation.addSecurityItem(new SecurityRequirement().addList(RESIDENT));
                    operation.addExtension("x-allow", List.of("RESIDENT"));
                }
                case AllowAnyone ignored -> operation.addExtension("x-allow", List.of("ANYONE"));
                case AllowDemo ignored -> operation.addExtension("x-allow", List.of("DEMO"));
                default -> { }
            }
        }
    }

    @Bean
    GlobalOpenApiCustomizer describeProblems(RequiredUnlessNullable records) {
        return document -> {
            if (!records.clashes.isEmpty()) {
                throw new IllegalStateException("two records have one name in the API document: " + records.clashes);
            }
            ModelConverters.getInstance(true).readAll(ProblemBody.class).forEach((name, schema) -> {
                if (!document.getComponents().getSchemas().containsKey(name)) {
                    document.getComponents().addSchemas(name, schema);
                }
            });
            document.getComponents().addSchemas(JSON, new Schema<>().description("Any JSON value; which one, says the kind of the question or element."));
            document.getComponents().addSchemas("ValueKind", valueKind());
            ManifestSchemas.read().forEach(document.getComponents()::addSchemas);
            Schema<?> problem = document.getComponents().getSchemas().get("ProblemBody");
            problem.getProperties().remove("extra");
            problem.getRequired().remove("extra");
            problem.setAdditionalProperties(true);
        };
    }

    @Bean
    RequiredUnlessNullable requiredUnlessNullable() {
        return new RequiredUnlessNullable();
    }

    /**
     * In a record everything is required that does not say {@code @Nullable}: the same rule by which requests are read. What is
     * {@code @Nullable @JsonInclude} is always there and may be null. {@code @Schema(ref)} names a schema that no record has.
     */
    static final class RequiredUnlessNullable implements ModelConverter {
        private final Set<String> clashes = new ConcurrentSkipListSet<>();
        private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

        @Override
        public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            JavaType java = Json31.mapper().constructType(type.getType());
            if (schema != null && java != null && java.getRawClass().isRecord() && java.getRawClass().getPackageName().startsWith("org.hutong.")) {
                complete(java.getRawClass(), schema, context);
            }
            return schema;
        }

        private void complete(Class<?> record, Schema<?> schema, ModelConverterContext context) {
            String name = schema.get$ref() == null ? schema.getName() : schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            Schema<?> model = name == null ? schema : context.getDefinedModels().getOrDefault(name, schema);
            if (name != null) {
                Class<?> other = named.putIfAbsent(name, record);
                if (other != null && other != record) {
                    clashes.add(other.getName() + " and " + record.getName());
                }
            }
            if (model.getProperties() != null) {
                List<String> required = new ArrayList<>(model.getProperties().keySet());
                for (RecordComponent component : record.getRecordComponents()) {
                    describe(component, model, context);
                    if (!JsonRules.required(record, component.getName()) && !alwaysWritten(component)) {
                        required.remove(component.getName());
                    }
                }
                required.sort(Comparator.naturalOrder());
                model.setRequired(required);
            }
        }

        private static void describe(RecordComponent component, Schema<?> model, ModelConverterContext context) {
            var said = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
            if (said != null && !said.ref().isEmpty()) {
                model.getProperties().put(component.getName(), new Schema<>().$ref(said.ref()));
            }
            if (said != null && said.additionalPropertiesSchema() != Void.class) {
                Schema<?> byName = new Schema<>();
                byName.addType("object");
                byName.setAdditionalProperties(context.resolve(new AnnotatedType(said.additionalPropertiesSchema()).resolveAsRef(true)));
                model.getProperties().put(component.getName(), byName);
            }
            Schema<?> property = model.getProperties().get(component.getName());
            if (alwaysWritten(component) && property != null && property.get$ref() != null) {
                Schema<?> nothing = new Schema<>();
                nothing.addType("null");
                model.getProperties().put(component.getName(), new Schema<>().oneOf(List.of(new Schema<>().$ref(property.get$ref()), nothing)));
            }
        }

        private static boolean alwaysWritten(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class) && component.getAccessor().isAnnotationPresent(JsonInclude.class);
        }
    }
}
