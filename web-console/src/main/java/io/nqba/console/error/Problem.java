package io.nqba.console.error;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What went wrong with a request, before it is written as a problem document or a page.
 *
 * @param status HTTP status
 * @param code stable identifier
 * @param detail what is wrong, for people; one sentence
 * @param remedy what the reader can do now; one sentence
 * @param fields the single inputs that are wrong
 * @param headers further headers of the answer, such as {@code Allow} or {@code Retry-After}
 */
record Problem(
        HttpStatusCode status,
        ErrorCode code,
        String detail,
        String remedy,
        List<FieldProblem> fields,
        HttpHeaders headers) {
    /** A node that died is replaced within a second or two. */
    private static final Duration RETRY_GRID = Duration.ofSeconds(2);

    private static final Duration RETRY_QUEUE = Duration.ofSeconds(10);

    Problem {
        fields = List.copyOf(fields);
    }

    static Problem of(HttpStatusCode status, ErrorCode code, String detail, String remedy) {
        return new Problem(status, code, detail, remedy, List.of(), HttpHeaders.EMPTY);
    }

    /** Returns our own error; the text of a platform error stays in the log, it may name hosts, paths or rows. */
    static Problem of(NqbaException error) {
        ErrorCode code = error.code();
        if (code.blame() == ErrorCode.Blame.PLATFORM) {
            return internal(code);
        }
        Problem problem =
                new Problem(statusOf(code), code, error.problem(), error.remedy(), error.fields(), HttpHeaders.EMPTY);
        Duration wait = retryAfter(code);
        return wait == null ? problem : problem.retryAfter(wait);
    }

    static Problem internal(ErrorCode code) {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                code,
                "Something went wrong inside the platform.",
                "Report the trace id to the operator.");
    }

    Problem retryAfter(Duration wait) {
        // Rounded up: a client that comes back too early is refused again.
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    Problem header(String name, String value) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.set(name, value);
        return new Problem(status, code, detail, remedy, fields, more);
    }

    static HttpStatus statusOf(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND, RUN_NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_MANY_ATTEMPTS -> HttpStatus.TOO_MANY_REQUESTS;
            case INVALID_DATA, DATA_SET_NOT_FOUND, INVALID_PROBLEM, INFEASIBLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case RUN_QUEUE_FULL, ROUND_INCOMPLETE, BACKEND_FAILED, GRID_UNREACHABLE, GRID_TIMEOUT, NOT_ENOUGH_MEMORY ->
                HttpStatus.SERVICE_UNAVAILABLE;
            case KEYS_UNUSABLE,
                    INVALID_SETTING,
                    PORT_TAKEN,
                    UNREADABLE_DIRECTORY,
                    WRONG_JDK,
                    KERNEL_DIVERGED,
                    INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static @Nullable Duration retryAfter(ErrorCode code) {
        if (code == ErrorCode.RUN_QUEUE_FULL) {
            return RETRY_QUEUE;
        }
        return code.blame() == ErrorCode.Blame.CAPACITY ? RETRY_GRID : null;
    }
}
