package io.nqba.console.finance;

import java.util.List;

/**
 * What limits of a firm can name in one universe, each in order.
 *
 * @param sectors sectors of its instruments
 * @param issuers their issuers
 * @param instruments instruments whose usual volume is known
 */
public record FirmNames(List<String> sectors, List<String> issuers, List<String> instruments) {
    public FirmNames {
        sectors = List.copyOf(sectors);
        issuers = List.copyOf(issuers);
        instruments = List.copyOf(instruments);
    }
}
