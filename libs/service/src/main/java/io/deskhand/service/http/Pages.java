package io.deskhand.service.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the named pages of the module {@code web}, each from {@code static/<name>} under {@code /<name>/}; both services may share one class path. Files under
 * {@code assets} have a content hash in their name and are cached for a year; the others are revalidated.
 */
public final class Pages implements WebMvcConfigurer {

    private static final Duration YEAR = Duration.ofDays(365);

    private final String home;
    private final List<String> names;

    /**
     * @param home where {@code /} leads
     * @param names the pages' names
     */
    public Pages(String home, List<String> names) {
        this.home = home;
        this.names = List.copyOf(names);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String name : names) {
            registry.addResourceHandler("/" + name + "/assets/**")
                    .addResourceLocations("classpath:/static/" + name + "/assets/")
                    .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
            registry.addResourceHandler("/" + name + "/**")
                    .addResourceLocations("classpath:/static/" + name + "/")
                    .setCacheControl(CacheControl.noCache())
                    .setUseLastModified(false)
                    .setEtagGenerator(Pages::etag);
        }
    }

    /** By content: the dates in a jar say little. Weak, so that the answer may be compressed. */
    private static String etag(Resource page) {
        try {
            return "W/\"" + DigestUtils.md5DigestAsHex(page.getContentAsByteArray()) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException("unable to read a page; " + page.getDescription(), e);
        }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/" + home + "/");
        for (String name : names) {
            registry.addRedirectViewController("/" + name, "/" + name + "/");
            registry.addViewController("/" + name + "/").setViewName("forward:/" + name + "/index.html");
        }
    }
}
