package io.nqba.compute.optimisation.backend;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.format.ProblemWriter;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A back end elsewhere that speaks the protocol of {@code docs/back-ends.md}: JSON over HTTP. Contacted only where the settings name an
 * endpoint, and never told more than the problem and the request.
 */
final class HttpSamplerBackend implements SamplerBackend {
    static final String NAME = "http";

    /** About 100 MB of text, kept in memory so that a try can be repeated. */
    private static final int MOST_COUPLINGS = 5_000_000;

    private static final Set<Integer> OK = Set.of(200, 201, 202, 204);
    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final HttpExchanger http;
    private final Supplier<String> keys;

    HttpSamplerBackend(HttpBackendSettings settings, Pause pause) {
        this(settings, pause, () -> UUID.randomUUID().toString());
    }

    /**
     * @param keys idempotency keys, a new one per submission
     */
    HttpSamplerBackend(HttpBackendSettings settings, Pause pause, Supplier<String> keys) {
        this.http = new HttpExchanger(settings, pause);
        this.keys = keys;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String submit(QuadraticProblem problem, SamplingRequest request) {
        HttpRequest post = http.request("/jobs")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", keys.get())
                .POST(BodyPublishers.ofByteArray(body(problem, request)))
                .build();
        HttpExchanger.Reply reply = http.send(post);
        requireOk(reply);
        String id = ReplyJson.texts(reply.body()).getOrDefault("id", "");
        if (!JOB_ID.matcher(id).matches() || id.matches("\\.+")) {
            throw Protocol.malformed("a job id of (%s)".formatted(Protocol.shown(id)));
        }
        return id;
    }

    @Override
    public JobStatus poll(String jobId) {
        HttpExchanger.Reply reply = http.send(http.request(path(jobId)).GET().build());
        requireJob(reply, jobId);
        Map<String, String> fields = ReplyJson.texts(reply.body());
        return new JobStatus(
                state(fields.getOrDefault("state", "")), Protocol.shown(fields.getOrDefault("message", "")));
    }

    @Override
    public void cancel(String jobId) {
        HttpExchanger.Reply reply = http.send(http.request(path(jobId)).DELETE().build());
        // 409: it has ended already, which is all that was wanted.
        if (reply.status() != 409) {
            requireJob(reply, jobId);
        }
    }

    @Override
    public List<Sample> samples(String jobId) {
        HttpExchanger.Reply reply =
                http.send(http.request(path(jobId) + "/samples").GET().build());
        if (reply.status() == 409) {
            throw Protocol.underWay(jobId);
        }
        requireJob(reply, jobId);
        return ReplyJson.samples(reply.body());
    }

    /** The client has no connection that it would not give up by itself. */
    @Override
    public void close() {}

    private static String path(String jobId) {
        if (!JOB_ID.matcher(jobId).matches()) {
            throw Protocol.unknownJob(jobId);
        }
        return "/jobs/" + jobId;
    }

    private static byte[] body(QuadraticProblem problem, SamplingRequest request) {
        if (problem.couplings() > MOST_COUPLINGS) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The problem has %d couplings, and at most %d are sent to an external back end."
                            .formatted(problem.couplings(), MOST_COUPLINGS),
                    "Solve it here, or send a part of it.");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            body.write("{\"samples\":%d".formatted(request.samples()).getBytes(StandardCharsets.US_ASCII));
            if (request.time().isPresent()) {
                double seconds = request.time().get().toMillis() / 1e3;
                body.write((",\"seconds\":" + seconds).getBytes(StandardCharsets.US_ASCII));
            }
            if (request.sweeps().isPresent()) {
                body.write((",\"sweeps\":" + request.sweeps().getAsLong()).getBytes(StandardCharsets.US_ASCII));
            }
            body.write(",\"seed\":%d,\"problem\":".formatted(request.seed()).getBytes(StandardCharsets.US_ASCII));
            ProblemWriter.coo(problem, List.of(), body);
            body.write('}');
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail.", e);
        }
        return body.toByteArray();
    }

    private static JobStatus.State state(String text) {
        return switch (text) {
            case "queued" -> JobStatus.State.QUEUED;
            case "running" -> JobStatus.State.RUNNING;
            case "succeeded" -> JobStatus.State.SUCCEEDED;
            case "cancelled" -> JobStatus.State.CANCELLED;
            case "failed" -> JobStatus.State.FAILED;
            default -> throw Protocol.malformed("a state of (%s)".formatted(Protocol.shown(text)));
        };
    }

    private static void requireJob(HttpExchanger.Reply reply, String jobId) {
        if (reply.status() == 404) {
            throw Protocol.unknownJob(jobId);
        }
        requireOk(reply);
    }

    private static void requireOk(HttpExchanger.Reply reply) {
        if (OK.contains(reply.status())) {
            return;
        }
        if (reply.status() == 401 || reply.status() == 403) {
            throw Protocol.failed(
                    "The back end refuses our token (%d).".formatted(reply.status()),
                    "Correct %s.".formatted(HttpBackendSettings.TOKEN));
        }
        throw Protocol.failed(
                "The back end refuses the request (%d%s).".formatted(reply.status(), said(reply)),
                "Check problem and request against what the back end takes.");
    }

    private static String said(HttpExchanger.Reply reply) {
        try {
            String message = ReplyJson.texts(reply.body()).getOrDefault("message", "");
            return message.isEmpty() ? "" : ": " + Protocol.shown(message);
        } catch (NqbaException e) {
            // An error page in another form says nothing that we could pass on.
            return "";
        }
    }
}
