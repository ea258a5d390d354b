package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A share or fund that can be held. Its id is its ticker. Replicated. */
public final class Instrument {
    /** The {@code delistedDay} of an instrument that is still traded. */
    public static final long NOT_DELISTED = Long.MAX_VALUE;

    @QuerySqlField(name = "INSTRUMENT_ID")
    private final String instrumentId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "ISSUER", index = true)
    private final String issuer;

    @QuerySqlField(name = "SECTOR", index = true)
    private final String sector;

    @QuerySqlField(name = "CURRENCY")
    private final String currency;

    @QuerySqlField(name = "LOT_SHARES")
    private final int lotShares;

    @QuerySqlField(name = "AVERAGE_DAILY_VOLUME")
    private final double averageDailyVolume;

    @QuerySqlField(name = "MARKET_CAP")
    private final double marketCap;

    @QuerySqlField(name = "LISTED_DAY")
    private final long listedDay;

    @QuerySqlField(name = "DELISTED_DAY")
    private final long delistedDay;

    /**
     * @param instrumentId identifier: the ticker
     * @param name what people call it
     * @param issuer who issued it; several instruments may have one issuer
     * @param sector line of business of the issuer
     * @param currency ISO 4217 code of its prices, such as {@code USD}
     * @param lotShares smallest number of shares traded at once
     * @param averageDailyVolume shares traded on a usual day; 0 where it is not known
     * @param marketCap value of all its shares, in its currency; 0 where it is not known
     * @param listedDay first day it is traded, epoch day
     * @param delistedDay first day it is not traded any more, epoch day; {@link #NOT_DELISTED} when there is none
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Instrument(
            String instrumentId,
            String name,
            String issuer,
            String sector,
            String currency,
            int lotShares,
            double averageDailyVolume,
            double marketCap,
            long listedDay,
            long delistedDay) {
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.name = Require.text("name", name);
        this.issuer = Require.text("issuer", issuer);
        this.sector = Require.text("sector", sector);
        this.currency = Require.text("currency", currency);
        this.lotShares = (int) Require.within("lotShares", lotShares, 1, Integer.MAX_VALUE);
        this.averageDailyVolume = Require.finite(
                "averageDailyVolume",
                Require.notNegative("averageDailyVolume", averageDailyVolume, "shares"),
                "shares");
        this.marketCap = Require.finite("marketCap", Require.notNegative("marketCap", marketCap, ""), "");
        this.listedDay = listedDay;
        this.delistedDay = after(listedDay, delistedDay);
    }

    public String instrumentId() {
        return instrumentId;
    }

    public String name() {
        return name;
    }

    public String issuer() {
        return issuer;
    }

    public String sector() {
        return sector;
    }

    public String currency() {
        return currency;
    }

    public int lotShares() {
        return lotShares;
    }

    public double averageDailyVolume() {
        return averageDailyVolume;
    }

    public double marketCap() {
        return marketCap;
    }

    public long listedDay() {
        return listedDay;
    }

    public long delistedDay() {
        return delistedDay;
    }

    /** Returns whether it is traded on that epoch day. */
    public boolean isTraded(long day) {
        return listedDay <= day && day < delistedDay;
    }

    private static long after(long listedDay, long delistedDay) {
        if (delistedDay <= listedDay) {
            throw new IllegalArgumentException(
                    "The delistedDay (%d) must lie after the listedDay (%d).".formatted(delistedDay, listedDay));
        }
        return delistedDay;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Instrument that
                && instrumentId.equals(that.instrumentId)
                && name.equals(that.name)
                && issuer.equals(that.issuer)
                && sector.equals(that.sector)
                && currency.equals(that.currency)
                && lotShares == that.lotShares
                && Double.compare(averageDailyVolume, that.averageDailyVolume) == 0
                && Double.compare(marketCap, that.marketCap) == 0
                && listedDay == that.listedDay
                && delistedDay == that.delistedDay;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                instrumentId,
                name,
                issuer,
                sector,
                currency,
                lotShares,
                averageDailyVolume,
                marketCap,
                listedDay,
                delistedDay);
    }

    @Override
    public String toString() {
        return "Instrument[%s, %s, %s, %s, %s, %s]".formatted(instrumentId, name, issuer, sector, currency, lotShares);
    }
}
