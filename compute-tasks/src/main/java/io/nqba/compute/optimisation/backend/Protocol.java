package io.nqba.compute.optimisation.backend;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/** What goes wrong between us and a back end. */
final class Protocol {
    private Protocol() {}

    static NqbaException unknownJob(String jobId) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "The back end knows no job (%s).".formatted(shown(jobId)),
                "Submit the problem again; back ends forget jobs after a while.");
    }

    static NqbaException underWay(String jobId) {
        return new NqbaException(
                ErrorCode.CONFLICT,
                "The job (%s) is still under way.".formatted(shown(jobId)),
                "Poll it until it has ended, or cancel it.");
    }

    static NqbaException failed(String problem, String remedy) {
        return new NqbaException(ErrorCode.BACKEND_FAILED, problem, remedy);
    }

    static NqbaException malformed(String what) {
        return failed(
                "The back end answers against its protocol: %s.".formatted(what),
                "Check endpoint and version of the back end with docs/back-ends.md.");
    }

    /** Returns foreign text as it may stand in a message: short and without control characters. */
    static String shown(String text) {
        String clean = text.replaceAll("[^ -~]", "?");
        return clean.length() > 60 ? clean.substring(0, 60) + "..." : clean;
    }
}
