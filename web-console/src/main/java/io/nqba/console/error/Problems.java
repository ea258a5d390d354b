package io.nqba.console.error;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Reads what went wrong out of any throwable that a request can end with. */
final class Problems {
    private Problems() {}

    static Problem of(Throwable error) {
        if (error instanceof NqbaException known) {
            return Problem.of(known);
        }
        if (error instanceof RetryLaterException later) {
            return Problem.of(later.error()).retryAfter(later.waitTime());
        }
        if (error instanceof CsrfException) {
            return Problem.of(
                    HttpStatus.FORBIDDEN,
                    ErrorCode.FORBIDDEN,
                    "The request carries no valid CSRF token.",
                    "Reload the page and try again; programs send a bearer token instead of the session cookie.");
        }
        if (error instanceof AccessDeniedException) {
            return Problem.of(
                    HttpStatus.FORBIDDEN,
                    ErrorCode.FORBIDDEN,
                    "Your role does not allow this.",
                    "Sign in with an account whose role may do it; docs/security.md lists the roles.");
        }
        if (error instanceof AuthenticationException) {
            return unauthenticated();
        }
        if (error instanceof DataBufferLimitException) {
            return tooLarge();
        }
        return error instanceof ResponseStatusException web ? ofWeb(web) : ofStatus(error);
    }

    static Problem unauthenticated() {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        ErrorCode.UNAUTHENTICATED,
                        "You are not signed in, or the token or session has ended.",
                        "Sign in again; programs get a token from POST /api/v1/auth/token.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Problem ofWeb(ResponseStatusException error) {
        if (error instanceof WebExchangeBindException invalid) {
            return InputProblems.ofBody(invalid);
        }
        if (error instanceof HandlerMethodValidationException invalid) {
            return InputProblems.ofParameters(invalid);
        }
        if (error instanceof MethodNotAllowedException method) {
            return methodNotAllowed(method);
        }
        if (error instanceof NotAcceptableStatusException type) {
            return Problem.of(
                    HttpStatus.NOT_ACCEPTABLE,
                    ErrorCode.NOT_ACCEPTABLE,
                    "The answer does not exist in the form that the Accept header asks for.",
                    "Accept one of these: %s.".formatted(type.getSupportedMediaTypes()));
        }
        if (error instanceof UnsupportedMediaTypeStatusException type) {
            return Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body is of a type (%s) that this path does not read."
                            .formatted(InputProblems.shorten(type.getContentType())),
                    "Send one of these: %s.".formatted(type.getSupportedMediaTypes()));
        }
        if (tooLarge(error)) {
            return tooLarge();
        }
        return error instanceof ServerWebInputException input ? InputProblems.ofInput(input) : ofStatus(error);
    }

    private static Problem methodNotAllowed(MethodNotAllowedException error) {
        String allowed = error.getSupportedMethods().stream()
                .map(HttpMethod::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        ErrorCode.METHOD_NOT_ALLOWED,
                        "The method (%s) does not work on this path.".formatted(error.getHttpMethod()),
                        "Use one of these: %s.".formatted(allowed))
                .header(HttpHeaders.ALLOW, allowed);
    }

    private static boolean tooLarge(ResponseStatusException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return true;
            }
        }
        return error.getStatusCode().isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE);
    }

    private static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                ErrorCode.TOO_LARGE,
                "The body is larger than this path reads (2 MiB).",
                "Split it into several requests.");
    }

    private static Problem ofStatus(Throwable error) {
        int status = error instanceof ResponseStatusException web
                ? web.getStatusCode().value()
                : error instanceof ErrorResponseException other
                        ? other.getStatusCode().value()
                        : HttpStatus.INTERNAL_SERVER_ERROR.value();
        if (status == HttpStatus.NOT_FOUND.value()) {
            return Problem.of(
                    HttpStatus.NOT_FOUND,
                    ErrorCode.NOT_FOUND,
                    "There is nothing at this path.",
                    "Check the path; /api/docs lists those of the API.");
        }
        if (status < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return Problem.of(
                    HttpStatus.valueOf(status),
                    ErrorCode.INVALID_REQUEST,
                    "The request is not valid.",
                    "Compare it with the examples in /api/docs.");
        }
        return Problem.internal(ErrorCode.INTERNAL);
    }
}
