package io.nqba.compute.kernel.annealing;

/**
 * The two substitutions between bits and spins, v = (1 + s) / 2. Going to spins multiplies the divisor by four instead of dividing the
 * coefficients, so integers stay integers.
 */
final class DomainConversion {
    private DomainConversion() {}

    static QuadraticProblem toSpins(QuadraticProblem problem) {
        // 4·(o + c·x + w·x·y) = (4o + 2c + w) + (2c + w)·s + w·t + w·s·t, summed over variables and pairs.
        return problem.isExact()
                ? exact(problem, Domain.SPINS, 4, 2, 1, 1, 1, Math.multiplyExact(problem.divisor(), 4L))
                : real(problem, Domain.SPINS, 4, 2, 1, 1, 1, 4 * problem.divisor());
    }

    static QuadraticProblem toBits(QuadraticProblem problem) {
        // h·s = 2h·x - h; J·s·t = 4J·x·y - 2J·x - 2J·y + J.
        return problem.isExact()
                ? exact(problem, Domain.BITS, 1, 2, -2, 4, -1, problem.divisor())
                : real(problem, Domain.BITS, 1, 2, -2, 4, -1, problem.divisor());
    }

    /**
     * Applies one of the substitutions.
     *
     * @param own factor of the offset
     * @param line factor of a linear coefficient in the linear part
     * @param share what a coupling adds to the linear part of both ends, per unit
     * @param pair factor of a coupling
     * @param sign what 2·c (to spins) or h (to bits) adds to the offset: 1 or -1
     */
    private static QuadraticProblem exact(
            QuadraticProblem problem, Domain domain, int own, int line, int share, int pair, int sign, long divisor) {
        int size = problem.size();
        long[] linear = new long[size];
        long[] coupling = new long[problem.couplings()];
        long offset = own * problem.exactOffset();
        for (int i = 0; i < size; i++) {
            long coefficient = problem.exactLinear(i);
            linear[i] += line * coefficient;
            offset += (sign > 0 ? 2 : -1) * coefficient;
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                long weight = problem.exactCoupling(k);
                linear[i] += share * weight;
                linear[problem.column(k)] += share * weight;
                coupling[k] = pair * weight;
                offset += weight;
            }
        }
        return problem.with(
                domain,
                Coefficients.exact(new long[] {offset}),
                Coefficients.exact(linear),
                pair == 1 ? problem.couplingCoefficients() : Coefficients.exact(coupling),
                divisor);
    }

    private static QuadraticProblem real(
            QuadraticProblem problem, Domain domain, int own, int line, int share, int pair, int sign, long divisor) {
        int size = problem.size();
        double[] linear = new double[size];
        double[] coupling = new double[problem.couplings()];
        double offset = own * problem.offset();
        for (int i = 0; i < size; i++) {
            double coefficient = problem.linear(i);
            linear[i] += line * coefficient;
            offset += (sign > 0 ? 2 : -1) * coefficient;
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                double weight = problem.coupling(k);
                linear[i] += share * weight;
                linear[problem.column(k)] += share * weight;
                coupling[k] = pair * weight;
                offset += weight;
            }
        }
        return problem.with(
                domain,
                Coefficients.real(new double[] {offset}),
                Coefficients.real(linear),
                Coefficients.real(coupling),
                divisor);
    }
}
