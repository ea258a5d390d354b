package io.nqba.node.process;

import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.grid.CacheNames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ignite.client.ClientException;
import org.apache.ignite.client.IgniteClient;

/** Writes readings one by one and remembers those that the grid acknowledged. What was not acknowledged is written again. */
final class ReadingWriter extends Thread {
    private static final int ENOUGH_AFTER_A_KILL = 20;

    private final IgniteClient client;
    private final int number;
    private final Map<MeterReadingKey, MeterReading> acknowledged = new ConcurrentHashMap<>();
    private volatile boolean finished;

    ReadingWriter(IgniteClient client, int number) {
        super("reading-writer-" + number);
        this.client = client;
        this.number = number;
        setDaemon(true);
    }

    @Override
    public void run() {
        var readings = client.<MeterReadingKey, MeterReading>cache(CacheNames.METER_READING);
        for (int i = 0; !finished; ) {
            var key = new MeterReadingKey("writer-%d-%d".formatted(number, i % 97), i * 3_600_000L);
            var value = new MeterReading(i + 0.25, number);
            try {
                readings.put(key, value);
                acknowledged.put(key, value);
                i++;
            } catch (ClientException lostConnection) {
                // Not acknowledged: the same reading goes out again, over another node.
                Thread.onSpinWait();
            }
        }
    }

    int written() {
        return acknowledged.size();
    }

    /** Whether it went on writing after all writers together had written so many. */
    boolean writtenSinceKill(int allBefore) {
        return written() > allBefore / 3 + ENOUGH_AFTER_A_KILL;
    }

    void finish() throws InterruptedException {
        finished = true;
        join(30_000);
        client.close();
    }

    Map<MeterReadingKey, MeterReading> acknowledged() {
        return Map.copyOf(acknowledged);
    }
}
