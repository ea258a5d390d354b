package io.nqba.compute.kernel.flexible;

/**
 * The rows A·x = b that tie the variables of a {@link RelaxedProgram}: balance and state of charge of each slot next to each other,
 * then the sums of the loads, so that all but the last rows form a narrow band.
 */
final class RelaxedRows {
    private final RelaxedProgram program;
    private final int slots;
    private final int stride;
    private final boolean stores;

    RelaxedRows(RelaxedProgram program) {
        this.program = program;
        slots = program.slots;
        stride = program.stride;
        stores = program.stores;
    }

    /** Returns how many there are. */
    int count() {
        return stride * slots + program.loads.size();
    }

    /** Half width of the band of rows that variables tie together. */
    int halfBand() {
        int longest =
                program.loads.stream().mapToInt(FlexibleLoad::optionSlots).max().orElse(1);
        return stride * Math.max(longest - 1, stores ? 1 : 0);
    }

    /** Adds {@code sign}·A·x to {@code sum}. */
    void addProduct(double[] x, double sign, double[] sum) {
        for (int t = 0; t < slots; t++) {
            for (int j = program.firstPiece[t]; j < program.firstPiece[t + 1]; j++) {
                sum[stride * t] += sign * x[j];
            }
        }
        for (int t = 0; stores && t < slots; t++) {
            sum[stride * t] += sign * (x[program.discharge + t] - x[program.charge + t]);
            sum[stride * t + 1] +=
                    sign * (x[program.stored + t] - taken(x[program.charge + t], x[program.discharge + t]));
            if (t > 0) {
                sum[stride * t + 1] -= sign * x[program.stored + t - 1];
            }
        }
        if (program.canMiss()) {
            sum[stride * slots - 1] -= sign * x[program.missing];
        }
        for (int d = 0; d < program.loads.size(); d++) {
            addWeights(d, x, sign, sum);
        }
    }

    private double taken(double chargeKwh, double dischargeKwh) {
        return storedPerCharge() * chargeKwh - takenPerDischarge() * dischargeKwh;
    }

    private double storedPerCharge() {
        return program.site.battery().chargeEfficiency();
    }

    private double takenPerDischarge() {
        double efficiency = program.site.battery().dischargeEfficiency();
        return efficiency > 0 ? 1 / efficiency : 1e6;
    }

    private void addWeights(int d, double[] x, double sign, double[] sum) {
        FlexibleLoad load = program.loads.get(d);
        for (int o = 0; o < load.options(); o++) {
            double weight = sign * x[program.firstWeight[d] + o];
            sum[stride * slots + d] += weight;
            int from = load.firstSlot() + o;
            for (int t = from; t < from + load.optionSlots(); t++) {
                sum[stride * t] -= load.optionKwh() * weight;
            }
        }
    }

    /** Writes Aᵀ·y into {@code into}, one entry per variable. */
    void transposed(double[] y, double[] into) {
        for (int t = 0; t < slots; t++) {
            double balance = y[stride * t];
            for (int j = program.firstPiece[t]; j < program.firstPiece[t + 1]; j++) {
                into[j] = balance;
            }
            if (stores) {
                double value = y[stride * t + 1];
                into[program.charge + t] = -balance - storedPerCharge() * value;
                into[program.discharge + t] = balance + takenPerDischarge() * value;
                into[program.stored + t] = value - (t + 1 < slots ? y[stride * t + stride + 1] : 0);
            }
        }
        if (program.canMiss()) {
            into[program.missing] = -y[stride * slots - 1];
        }
        for (int d = 0; d < program.loads.size(); d++) {
            FlexibleLoad load = program.loads.get(d);
            for (int o = 0; o < load.options(); o++) {
                double sum = y[stride * slots + d];
                int from = load.firstSlot() + o;
                for (int t = from; t < from + load.optionSlots(); t++) {
                    sum -= load.optionKwh() * y[stride * t];
                }
                into[program.firstWeight[d] + o] = sum;
            }
        }
    }

    /** Writes A·diag(give)·Aᵀ. */
    void normal(double[] give, BorderedBand matrix) {
        matrix.begin(stride * slots, halfBand(), program.loads.size());
        for (int t = 0; t < slots; t++) {
            int row = stride * t;
            double sum = 0;
            for (int j = program.firstPiece[t]; j < program.firstPiece[t + 1]; j++) {
                sum += give[j];
            }
            matrix.add(row, row, program.isEmpty(t) ? 1 : sum);
            if (stores) {
                addBattery(t, give, matrix);
            }
        }
        if (program.canMiss()) {
            matrix.add(stride * slots - 1, stride * slots - 1, give[program.missing]);
        }
        for (int d = 0; d < program.loads.size(); d++) {
            addLoad(d, give, matrix);
        }
    }

    private void addBattery(int t, double[] give, BorderedBand matrix) {
        int row = stride * t;
        double in = storedPerCharge();
        double out = takenPerDischarge();
        double giveIn = give[program.charge + t];
        double giveOut = give[program.discharge + t];
        matrix.add(row, row, giveIn + giveOut);
        matrix.add(row + 1, row, in * giveIn + out * giveOut);
        matrix.add(row + 1, row + 1, in * in * giveIn + out * out * giveOut + give[program.stored + t]);
        if (t > 0) {
            matrix.add(row + 1, row + 1, give[program.stored + t - 1]);
            matrix.add(row + 1, row - 1, -give[program.stored + t - 1]);
        }
    }

    private void addLoad(int d, double[] give, BorderedBand matrix) {
        FlexibleLoad load = program.loads.get(d);
        double kwh = load.optionKwh();
        double sum = 0;
        for (int o = 0; o < load.options(); o++) {
            double g = give[program.firstWeight[d] + o];
            sum += g;
            int from = load.firstSlot() + o;
            for (int t = from; t < from + load.optionSlots(); t++) {
                matrix.addDense(d, stride * t, -kwh * g);
                for (int u = from; u <= t; u++) {
                    matrix.add(stride * t, stride * u, kwh * kwh * g);
                }
            }
        }
        matrix.addDense(d, stride * slots + d, sum);
    }

    /** Writes what A·x must equal, x counted from its lower ends. */
    void rightSide(double[] right) {
        for (int t = 0; t < slots; t++) {
            // Net draw at no piece + Σ pieces = fixed draw + charge − discharge + loads
            right[stride * t] = program.isEmpty(t) ? 0 : program.fixedNet[t] - program.startNet[t];
            if (stores) {
                double before = t == 0 ? program.site.battery().initialKwh() : program.floor[t - 1];
                right[stride * t + 1] = before - program.floor[t];
            }
        }
        for (int d = 0; d < program.loads.size(); d++) {
            right[stride * slots + d] = program.loads.get(d).chosen();
        }
    }
}
