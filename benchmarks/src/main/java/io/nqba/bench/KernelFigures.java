package io.nqba.bench;

import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.compute.kernel.storage.SiteRules;
import io.nqba.compute.kernel.storage.SiteSolver;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The exact site kernel against the LP solver of OR-Tools on the same sites, and over the whole year. */
final class KernelFigures implements FigureGroup {
    private static final int SITES = 300;
    private static final int WARM_ROUNDS = 30;
    private static final int SITES_AGAINST_LP = 1000;

    @Override
    public String name() {
        return "kernel";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        SiteSolver solver = new SiteSolver();
        ToDoubleFunction<SiteProblem> kernel = site -> solver.solve(site, null);
        ToDoubleFunction<SiteProblem> rival = GlopSite::minimum;
        double kernel24 = medianMicros(kernel, 24, WARM_ROUNDS);
        figures.add("kernel_site_T24_us", kernel24, "us");
        figures.add("kernel_site_T96_us", medianMicros(kernel, 96, WARM_ROUNDS), "us");
        double glop24 = medianMicros(rival, 24, 3);
        figures.add("glop_site_T24_us", glop24, "us");
        figures.add("glop_to_kernel_T24", glop24 / kernel24, "ratio");
        figures.add("kernel_worst_rel_gap_to_lp", worstGap(kernel, rival), "ratio");
        if (context.data().isPresent()) {
            wholeYear(CityLearn.read(context.data().get()), solver, figures);
        } else {
            context.say("Left out for want of data: district_8760_ratio");
        }
    }

    /** Median over single solves, after the virtual machine has compiled the code. */
    private static double medianMicros(ToDoubleFunction<SiteProblem> solve, int slots, int rounds) {
        SiteProblem[] sites = new SiteProblem[SITES];
        Arrays.setAll(sites, i -> RandomSites.plain(i, slots));
        double[] micros = new double[SITES];
        double checksum = 0;
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < SITES; i++) {
                long begin = System.nanoTime();
                checksum += solve.applyAsDouble(sites[i]);
                micros[i] = (System.nanoTime() - begin) / 1e3;
            }
        }
        if (!Double.isFinite(checksum)) {
            throw new IllegalStateException("A solver returned no number.");
        }
        Arrays.sort(micros);
        return micros[SITES / 2];
    }

    private static double worstGap(ToDoubleFunction<SiteProblem> kernel, ToDoubleFunction<SiteProblem> rival) {
        double worst = 0;
        for (int i = 0; i < SITES_AGAINST_LP; i++) {
            SiteProblem site = RandomSites.awkward(i);
            double expected = rival.applyAsDouble(site);
            worst = Math.max(worst, Math.abs(kernel.applyAsDouble(site) - expected) / Math.max(1, Math.abs(expected)));
        }
        return worst;
    }

    private static void wholeYear(CityLearn homes, SiteSolver solver, Figures figures) {
        double optimum = 0;
        double none = 0;
        long begin = System.nanoTime();
        for (int home = 0; home < CityLearn.HOMES; home++) {
            SiteProblem site = homes.site(home, 0, homes.hours());
            solver.solve(site, null);
            optimum += solver.schedule(site).cost();
            none += SiteRules.noBattery(site).cost();
        }
        figures.add("district_8760_kernel_ratio", optimum / none, "ratio");
        figures.add("district_8760_kernel_ms", (System.nanoTime() - begin) / 1e6, "ms");
    }
}
