package io.nqba.console.finance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A share or fund.
 *
 * @param id ticker
 * @param lotShares smallest number of shares traded at once
 * @param averageDailyVolume shares traded on a usual day; null where it is not known
 * @param marketCap value of all its shares; null where it is not known
 * @param listedOn first day it is traded
 * @param delistedOn first day it is not traded any more; null when there is none
 */
public record InstrumentView(
        String id,
        String name,
        String issuer,
        String sector,
        String currency,
        int lotShares,
        @Nullable Double averageDailyVolume,
        @Nullable Double marketCap,
        LocalDate listedOn,
        @Nullable LocalDate delistedOn) {}
