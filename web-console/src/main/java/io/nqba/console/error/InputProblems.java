package io.nqba.console.error;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Names the field, the value and the remedy of a request that cannot be read or breaks a rule. */
final class InputProblems {
    private static final int MAX_SHOWN = 80;
    private static final int MAX_FIELDS = 50;
    private static final Pattern TWICE = Pattern.compile("Duplicate [Oo]bject property \"([^\"]*)\"");
    private static final Pattern COERCED = Pattern.compile("Cannot coerce \\w+ value \\(\"?(.*?)\"?\\) to");
    /** JavaScript and Python write these; JSON has no such numbers. */
    private static final Pattern NO_NUMBER = Pattern.compile("'([-+]?(?:NaN|INF|Infinity))'");

    private InputProblems() {}

    static Problem ofBody(WebExchangeBindException invalid) {
        List<FieldProblem> fields = new ArrayList<>();
        for (FieldError error : invalid.getFieldErrors()) {
            fields.add(
                    error.contains(TypeMismatchException.class)
                            ? mismatched(error.getField(), error.unwrap(TypeMismatchException.class))
                            : broken(error.getField(), error.getRejectedValue(), error.getDefaultMessage()));
        }
        invalid.getGlobalErrors().forEach(error -> fields.add(broken("body", null, error.getDefaultMessage())));
        return invalid(fields);
    }

    static Problem ofParameters(HandlerMethodValidationException invalid) {
        List<FieldProblem> fields = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> {
            String name = nameOf(result.getMethodParameter());
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String field = error instanceof FieldError inner ? inner.getField() : name;
                Object value = error instanceof FieldError inner ? inner.getRejectedValue() : result.getArgument();
                fields.add(broken(field, value, error.getDefaultMessage()));
            }
        });
        return invalid(fields);
    }

    static Problem ofInput(ServerWebInputException input) {
        for (Throwable cause = input; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return invalid(List.of(ofJson(json)));
            }
            if (cause instanceof TypeMismatchException mismatch) {
                return invalid(List.of(ofParameter(input, mismatch)));
            }
        }
        if (input instanceof MissingRequestValueException missing) {
            return invalid(List.of(new FieldProblem(missing.getName(), "", "It is missing.", "Add it.")));
        }
        return invalid(List.of(new FieldProblem(
                "body", "", "It is missing or cannot be read.", "Send a JSON document as in /api/docs.")));
    }

    private static Problem invalid(List<FieldProblem> fields) {
        List<String> wrong = fields.stream().map(FieldProblem::field).distinct().toList();
        String names = String.join(", ", wrong);
        return new Problem(
                HttpStatus.BAD_REQUEST,
                ErrorCode.INVALID_REQUEST,
                "The request has %s: %s."
                        .formatted(
                                wrong.size() == 1 ? "a wrong field" : wrong.size() + " wrong fields", shorten(names)),
                fields.size() == 1 ? fields.get(0).remedy() : "Correct each field as its remedy says.",
                fields.subList(0, Math.min(fields.size(), MAX_FIELDS)),
                HttpHeaders.EMPTY);
    }

    private static FieldProblem ofJson(JacksonException error) {
        String path = pathOf(error);
        if (error instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return new FieldProblem(
                    path, "", "There is no such property.", "Remove it, or use one of these: %s.".formatted(known));
        }
        if (error instanceof InvalidFormatException format) {
            return new FieldProblem(
                    path,
                    shorten(format.getValue()),
                    "It is not %s.".formatted(kindOf(format.getTargetType())),
                    remedyFor(format.getTargetType()));
        }
        if (error instanceof ValueInstantiationException && error.getCause() instanceof IllegalArgumentException e) {
            return new FieldProblem(path, "", shorten(e.getMessage()), "Correct the value.");
        }
        if (error instanceof MismatchedInputException mismatch) {
            String written = written(mismatch);
            return new FieldProblem(
                    path,
                    shorten(written),
                    "It is %s%s."
                            .formatted(
                                    written.isEmpty() ? "missing or not " : "not ", kindOf(mismatch.getTargetType())),
                    remedyFor(mismatch.getTargetType()));
        }
        if (error instanceof StreamReadException unreadable) {
            Matcher twice = TWICE.matcher(String.valueOf(unreadable.getOriginalMessage()));
            if (twice.find()) {
                return new FieldProblem(shorten(twice.group(1)), "", "It is there twice.", "Send each property once.");
            }
            Matcher token = NO_NUMBER.matcher(String.valueOf(unreadable.getOriginalMessage()));
            if (token.find() && unreadable.processor() != null) {
                return new FieldProblem(
                        pathOf(unreadable.processor().streamReadContext().pathAsPointer()),
                        token.group(1),
                        "It is not %s.".formatted(kindOf(Double.class)),
                        remedyFor(Double.class));
            }
        }
        return ofSyntax(path, error);
    }

    /** Returns the plain value that was there in place of one of another type; empty text when there was none. */
    private static String written(MismatchedInputException mismatch) {
        Matcher value = COERCED.matcher(String.valueOf(mismatch.getOriginalMessage()));
        return value.find() ? value.group(1) : "";
    }

    private static FieldProblem ofSyntax(String path, JacksonException error) {
        String at = error instanceof StreamReadException && error.getLocation() != null
                ? " at line %d, column %d"
                        .formatted(
                                error.getLocation().getLineNr(),
                                error.getLocation().getColumnNr())
                : "";
        return new FieldProblem(
                path,
                "",
                "It is not valid JSON%s.".formatted(at),
                "Correct the JSON; numbers are finite and unquoted.");
    }

    private static String pathOf(JacksonException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : error.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.isEmpty() ? "body" : shorten(path.toString());
    }

    /** What cannot be read has no path of its own yet; the parser knows where it stands. */
    private static String pathOf(JsonPointer place) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer step = place; !step.matches(); step = step.tail()) {
            if (step.mayMatchElement()) {
                path.append('[').append(step.getMatchingIndex()).append(']');
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(step.getMatchingProperty());
        }
        return path.isEmpty() ? "body" : shorten(path.toString());
    }

    private static FieldProblem ofParameter(ServerWebInputException input, TypeMismatchException mismatch) {
        MethodParameter parameter = input.getMethodParameter();
        return mismatched(parameter == null ? "parameter" : nameOf(parameter), mismatch);
    }

    private static FieldProblem mismatched(String name, TypeMismatchException mismatch) {
        return new FieldProblem(
                name,
                shorten(mismatch.getValue()),
                "It is not %s.".formatted(kindOf(mismatch.getRequiredType())),
                remedyFor(mismatch.getRequiredType()));
    }

    private static String nameOf(MethodParameter parameter) {
        org.springframework.web.bind.annotation.RequestHeader header =
                parameter.getParameterAnnotation(org.springframework.web.bind.annotation.RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        return String.valueOf(parameter.getParameterName());
    }

    private static FieldProblem broken(String field, @Nullable Object value, @Nullable String rule) {
        String text = rule == null ? "must be valid" : rule;
        String wanted = text.replace("must not be ", "is not ")
                .replace("must be ", "is ")
                .replace("must ", "does ");
        String remedy = wanted.startsWith("size ") ? "Send a value whose %s." : "Send a value that %s.";
        return new FieldProblem(field, shorten(value), "It %s.".formatted(text), remedy.formatted(wanted));
    }

    private static String kindOf(@Nullable Class<?> type) {
        if (type == null) {
            return "of the right type";
        }
        if (type.isEnum()) {
            return "one of the known names";
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number in range";
            case "double", "Double" -> "a finite number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "Instant" -> "a point in time";
            case "LocalDate" -> "a day of the calendar";
            case "LocalTime" -> "a time of day";
            case "UUID" -> "a UUID";
            case "List", "ArrayList" -> "a list";
            default -> "an object of the expected shape";
        };
    }

    private static String remedyFor(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "Use one of these: %s.".formatted(Arrays.toString(type.getEnumConstants()));
        }
        String kind = type == null ? "" : type.getSimpleName();
        return switch (kind) {
            case "Instant" -> "Send ISO 8601 in UTC, such as 2026-01-31T00:00:00Z.";
            case "LocalDate" -> "Send ISO 8601, such as 2026-01-31.";
            case "LocalTime" -> "Send ISO 8601, such as 08:30.";
            case "int", "Integer", "long", "Long" -> "Send a whole number, such as 24.";
            case "double", "Double" -> "Send a number, such as 2.5.";
            case "boolean", "Boolean" -> "Send true or false.";
            case "String" -> "Send a text in quotes.";
            case "UUID" -> "Send a UUID, such as 6f1c3f0e-7a44-4a0c-9a55-0d6d3f3f2a11.";
            default -> "Compare it with the example in /api/docs.";
        };
    }

    /** Returns the value as text; cut, so that an answer never grows with the request. */
    static String shorten(@Nullable Object value) {
        String text = String.valueOf(value == null ? "" : value).replaceAll("\\p{Cntrl}", " ");
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
