package io.nqba.console.table;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.ParameterContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets a link ask for a form of the answer: {@code ?format=csv} is the same as {@code Accept: text/csv}. */
@Configuration
class FormatConfig implements WebFluxConfigurer {
    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        var byParameter = new ParameterContentTypeResolver(Map.of(
                "csv",
                MediaType.valueOf(CsvTable.MEDIA_TYPE),
                "txt",
                MediaType.TEXT_PLAIN,
                "dimod",
                MediaType.valueOf("application/vnd.dimod+json"),
                "json",
                MediaType.APPLICATION_JSON));
        // Of what is sent, the same parameter says how it is written.
        builder.resolver(exchange -> HttpMethod.GET.equals(exchange.getRequest().getMethod())
                ? byParameter.resolveMediaTypes(exchange)
                : RequestedContentTypeResolver.MEDIA_TYPE_ALL_LIST);
        builder.headerResolver();
    }
}
