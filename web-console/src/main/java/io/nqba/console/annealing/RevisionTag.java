package io.nqba.console.annealing;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The revision of a problem as an entity tag: the number in quotes. */
final class RevisionTag {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private RevisionTag() {}

    static String of(ProblemView problem) {
        return "\"" + problem.revision() + "\"";
    }

    /**
     * Returns the revision that a change is based on; 0 where neither the header nor the body says.
     *
     * @param ifMatch header {@code If-Match}, or null
     * @param revision of the body, or null
     * @throws NqbaException {@code INVALID_REQUEST} for a header that is no tag of ours, or that contradicts the body
     */
    static int expected(@Nullable String ifMatch, @Nullable Integer revision) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return revision == null ? 0 : revision;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw refused(ifMatch, "It is no revision.", "Send the ETag of the problem, such as \"3\" in quotes.");
        }
        int named = Integer.parseInt(tag.group(1));
        if (revision != null && revision != named) {
            throw refused(ifMatch, "The body names another revision.", "Send the revision once, or twice the same.");
        }
        return named;
    }

    private static NqbaException refused(String value, String problem, String remedy) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The request has a wrong field: %s.".formatted(HttpHeaders.IF_MATCH),
                remedy,
                List.of(new FieldProblem(HttpHeaders.IF_MATCH, shown, problem, remedy)),
                null);
    }
}
