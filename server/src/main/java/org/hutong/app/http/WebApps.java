package org.hutong.app.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the web apps from {@code META-INF/resources}. Files below {@code assets} carry a hash in their name and may be kept for a
 * year; pages are asked for anew each time. An address without a file's ending belongs to the app's own router and gets its page.
 */
@Configuration(proxyBeanMethods = false)
class WebApps implements WebMvcConfigurer {
    private static final List<String> APPS = List.of("officer", "field", "resident");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Glyphs of rare characters, cut anew with a release at most.
        registry.addResourceHandler("/fonts/**").addResourceLocations("classpath:/META-INF/resources/fonts/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic());
        for (String app : APPS) {
            String home = "classpath:/META-INF/resources/" + app + "/";
            registry.addResourceHandler("/" + app + "/assets/**").addResourceLocations(home + "assets/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
            registry.addResourceHandler("/" + app + "/**").addResourceLocations(home).setCacheControl(CacheControl.noCache())
                    // Every file of a jar has the same time, so it would call an old page unchanged.
                    .setUseLastModified(false)
                    .resourceChain(true).addResolver(new PageOrFile());
        }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/resident/");
        // Short links: on posters and in group chats every letter counts.
        registry.addRedirectViewController("/a/{code}", "/resident/a/{code}");
        for (String app : APPS) {
            registry.addRedirectViewController("/" + app, "/" + app + "/");
            registry.addViewController("/" + app + "/").setViewName("forward:/" + app + "/index.html");
        }
    }

    /** The file, or the app's page for an address of its router. */
    private static final class PageOrFile extends PathResourceResolver {
        private static final Pattern FILE = Pattern.compile("\\.(js|css|map|json|html|txt|xml|webmanifest|png|jpe?g|svg|webp|ico|woff2?)$");

        @Override
        protected @Nullable Resource getResource(String path, Resource home) throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, home);
            if (file != null) {
                return file;
            }
            // Codes of data elements have a dot too (person.mobile), so only the endings of files count.
            return FILE.matcher(path).find() ? null : super.getResource("index.html", home);
        }
    }
}
