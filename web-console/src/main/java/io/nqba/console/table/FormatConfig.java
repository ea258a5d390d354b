package io.nqba.console.table;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets a link ask for a form of the answer: {@code ?format=csv} is the same as {@code Accept: text/csv}. */
@Configuration
class FormatConfig implements WebFluxConfigurer {
    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        builder.parameterResolver()
                .parameterName("format")
                .mediaType("csv", MediaType.valueOf(CsvTable.MEDIA_TYPE))
                .mediaType("json", MediaType.APPLICATION_JSON);
        builder.headerResolver();
    }
}
