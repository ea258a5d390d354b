package io.nqba.console.annealing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large problems may be that come in, and how long that may take.
 *
 * @param maxUpload largest body as it is sent, compressed or not
 * @param uploadTimeout longest time for the body to arrive; its pieces are kept for an hour
 * @param importTimeout longest wait for the node that reads it
 */
@ConfigurationProperties("nqba.problems")
public record ProblemProperties(
        @DefaultValue("1GB") DataSize maxUpload,
        @DefaultValue("30m") Duration uploadTimeout,
        @DefaultValue("15m") Duration importTimeout) {}
