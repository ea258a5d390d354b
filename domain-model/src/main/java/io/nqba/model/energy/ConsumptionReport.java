package io.nqba.model.energy;

import java.util.List;

/** How a district, or one site of it, used energy over a time range. Crosses the grid wire; built by the node's task. */
public final class ConsumptionReport {
    private final Figures subject;
    private final Figures district;
    private final double[] hourlyLoadKwh;
    private final double[] hourlySolarKwh;
    private final double[] districtHourlyLoadKwh;
    private final List<Period> periods;
    private final List<Anomaly> anomalies;
    private final List<String> notes;

    /**
     * @param subject the site asked for, or the district when none was
     * @param district the whole district
     * @param hourlyLoadKwh mean load of the subject by local hour of day, shape {@code [24]}, kWh
     * @param hourlySolarKwh mean PV of the subject by local hour of day, shape {@code [24]}, kWh
     * @param districtHourlyLoadKwh mean load of one site of the district by hour, shape {@code [24]}, kWh
     * @param periods figures by local day, or by month where the range is longer than 92 days, oldest first
     * @param anomalies intervals far from the site's own profile, largest deviation first, at most 100
     * @param notes what the figures leave out, one sentence each: missing readings, prices or carbon intensities
     */
    public ConsumptionReport(
            Figures subject,
            Figures district,
            double[] hourlyLoadKwh,
            double[] hourlySolarKwh,
            double[] districtHourlyLoadKwh,
            List<Period> periods,
            List<Anomaly> anomalies,
            List<String> notes) {
        this.subject = subject;
        this.district = district;
        this.hourlyLoadKwh = hourlyLoadKwh.clone();
        this.hourlySolarKwh = hourlySolarKwh.clone();
        this.districtHourlyLoadKwh = districtHourlyLoadKwh.clone();
        this.periods = List.copyOf(periods);
        this.anomalies = List.copyOf(anomalies);
        this.notes = List.copyOf(notes);
    }

    public Figures subject() {
        return subject;
    }

    public Figures district() {
        return district;
    }

    public double[] hourlyLoadKwh() {
        return hourlyLoadKwh.clone();
    }

    public double[] hourlySolarKwh() {
        return hourlySolarKwh.clone();
    }

    public double[] districtHourlyLoadKwh() {
        return districtHourlyLoadKwh.clone();
    }

    public List<Period> periods() {
        return periods;
    }

    public List<Anomaly> anomalies() {
        return anomalies;
    }

    public List<String> notes() {
        return notes;
    }

    /** Key figures of one site or one district over the range. */
    public static final class Figures {
        private final int sites;
        private final long readings;
        private final double loadKwh;
        private final double solarKwh;
        private final double importKwh;
        private final double exportKwh;
        private final double peakKw;
        private final long peakMillis;
        private final double loadFactor;
        private final double selfConsumption;
        private final double cost;
        private final double emissionsKg;

        /**
         * @param sites sites counted
         * @param readings readings counted
         * @param loadKwh energy used, kWh
         * @param solarKwh energy made by PV, kWh
         * @param importKwh energy drawn site by site, kWh
         * @param exportKwh energy fed in site by site, kWh
         * @param peakKw highest net draw of the subject as a whole, kW
         * @param peakMillis when that was, epoch milliseconds
         * @param loadFactor mean load / highest load, 0..1
         * @param selfConsumption share of the PV energy used on site, 0..1; NaN without PV
         * @param cost cost of the energy drawn minus pay for the energy fed in, currency of the tariff
         * @param emissionsKg emissions of the energy drawn, kg CO2
         */
        public Figures(
                int sites,
                long readings,
                double loadKwh,
                double solarKwh,
                double importKwh,
                double exportKwh,
                double peakKw,
                long peakMillis,
                double loadFactor,
                double selfConsumption,
                double cost,
                double emissionsKg) {
            this.sites = sites;
            this.readings = readings;
            this.loadKwh = loadKwh;
            this.solarKwh = solarKwh;
            this.importKwh = importKwh;
            this.exportKwh = exportKwh;
            this.peakKw = peakKw;
            this.peakMillis = peakMillis;
            this.loadFactor = loadFactor;
            this.selfConsumption = selfConsumption;
            this.cost = cost;
            this.emissionsKg = emissionsKg;
        }

        public int sites() {
            return sites;
        }

        public long readings() {
            return readings;
        }

        public double loadKwh() {
            return loadKwh;
        }

        public double solarKwh() {
            return solarKwh;
        }

        public double importKwh() {
            return importKwh;
        }

        public double exportKwh() {
            return exportKwh;
        }

        public double peakKw() {
            return peakKw;
        }

        public long peakMillis() {
            return peakMillis;
        }

        public double loadFactor() {
            return loadFactor;
        }

        public double selfConsumption() {
            return selfConsumption;
        }

        public double cost() {
            return cost;
        }

        public double emissionsKg() {
            return emissionsKg;
        }
    }

    /** One day or month of the subject. */
    public static final class Period {
        private final long startMillis;
        private final double loadKwh;
        private final double solarKwh;
        private final double importKwh;
        private final double exportKwh;
        private final double cost;
        private final double emissionsKg;
        private final double peakKw;

        /**
         * @param startMillis begin, epoch milliseconds
         * @param loadKwh energy used, kWh
         * @param solarKwh PV energy, kWh
         * @param importKwh energy drawn, kWh
         * @param exportKwh energy fed in, kWh
         * @param cost cost, currency of the tariff
         * @param emissionsKg emissions, kg CO2
         * @param peakKw highest net draw, kW
         */
        public Period(
                long startMillis,
                double loadKwh,
                double solarKwh,
                double importKwh,
                double exportKwh,
                double cost,
                double emissionsKg,
                double peakKw) {
            this.startMillis = startMillis;
            this.loadKwh = loadKwh;
            this.solarKwh = solarKwh;
            this.importKwh = importKwh;
            this.exportKwh = exportKwh;
            this.cost = cost;
            this.emissionsKg = emissionsKg;
            this.peakKw = peakKw;
        }

        public long startMillis() {
            return startMillis;
        }

        public double loadKwh() {
            return loadKwh;
        }

        public double solarKwh() {
            return solarKwh;
        }

        public double importKwh() {
            return importKwh;
        }

        public double exportKwh() {
            return exportKwh;
        }

        public double cost() {
            return cost;
        }

        public double emissionsKg() {
            return emissionsKg;
        }

        public double peakKw() {
            return peakKw;
        }
    }

    /** An interval far from the site's own profile of that hour and day type. */
    public static final class Anomaly {
        private final String siteId;
        private final long startMillis;
        private final double loadKwh;
        private final double expectedKwh;
        private final double score;

        /**
         * @param siteId site
         * @param startMillis begin of the interval, epoch milliseconds
         * @param loadKwh energy used, kWh
         * @param expectedKwh median of the site at that hour and day type, kWh
         * @param score deviation in robust standard deviations (1.4826 × median absolute deviation)
         */
        public Anomaly(String siteId, long startMillis, double loadKwh, double expectedKwh, double score) {
            this.siteId = siteId;
            this.startMillis = startMillis;
            this.loadKwh = loadKwh;
            this.expectedKwh = expectedKwh;
            this.score = score;
        }

        public String siteId() {
            return siteId;
        }

        public long startMillis() {
            return startMillis;
        }

        public double loadKwh() {
            return loadKwh;
        }

        public double expectedKwh() {
            return expectedKwh;
        }

        public double score() {
            return score;
        }
    }
}
