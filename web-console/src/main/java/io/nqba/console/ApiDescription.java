package io.nqba.console;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in the OpenAPI document beside the operations themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "bearer";
    private static final String SESSION = "session";

    private static final String PROBLEM = """
            {"type": "urn:nqba:error:NQBA-REQ-001", "title": "Bad Request", "status": 400,
             "detail": "The request has a wrong field: slots.", "instance": "/api/v1/flyfox/energy-optimization",
             "code": "NQBA-REQ-001", "remedy": "Send a value that is greater than or equal to 1.",
             "traceId": "0af7651916cd43dd8448eb211c80319c",
             "fields": [{"field": "slots", "value": "0", "problem": "It must be greater than or equal to 1.",
                         "remedy": "Send a value that is greater than or equal to 1."}]}""";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("NQBA Grid")
                        .version("v1")
                        .description("Optimisation next to the data. Every answer shows what the unit would have got"
                                + " without us (baselines), what we got (value) and what nobody can beat (bound)."
                                + " Errors are problem documents (RFC 9457); docs/errors.md lists their codes.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("From POST /api/v1/auth/token"))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("nqba-session")
                                        .description("From signing in at /sign-in; commands need a CSRF token too")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }

    /** Every operation can end with a problem document. */
    @Bean
    OpenApiCustomizer problems() {
        Content content = new Content().addMediaType("application/problem+json", new MediaType().example(PROBLEM));
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation
                        .getResponses()
                        .addApiResponse(
                                "default",
                                new ApiResponse()
                                        .description("What went wrong, and what to do")
                                        .content(content)));
    }
}
