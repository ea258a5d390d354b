package io.nqba.node.sales;

import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.model.sales.StageHistory;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Deals with their steps: an agent is better at some products than at others, which assignment can learn. */
final class DealGenerator {
    private static final int LONGEST_CYCLE_DAYS = 140;
    private static final List<CloseReason> WON_FOR =
            List.of(CloseReason.PRODUCT, CloseReason.PRODUCT, CloseReason.RELATIONSHIP, CloseReason.PRICE);
    private static final List<CloseReason> LOST_FOR = List.of(
            CloseReason.PRICE,
            CloseReason.PRICE,
            CloseReason.COMPETITOR,
            CloseReason.COMPETITOR,
            CloseReason.BUDGET,
            CloseReason.TIMING,
            CloseReason.NO_DECISION,
            CloseReason.PRODUCT);
    private static final double WIN_SHARE = 0.55;
    private static final double SKILL_SPREAD = 0.35;

    private final SalesRecipe recipe;
    private final SalesBook book;

    /**
     * A deal and how it got where it is.
     *
     * @param steps in order of time
     */
    record Deal(Opportunity opportunity, List<StageHistory> steps) {}

    DealGenerator(SalesRecipe recipe, SalesBook book) {
        this.recipe = recipe;
        this.book = book;
    }

    Deal deal(int number) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.DEAL, number, 0);
        long today = recipe.today().toEpochDay();
        long foundDay = today - 1 - dice.nextInt(SalesRecipe.DAYS);
        long engageDay = foundDay + 2 + dice.nextInt(20);
        long closeDay = engageDay + 4 + dice.nextInt(LONGEST_CYCLE_DAYS);
        SalesRep rep = book.reps().get(dice.nextInt(recipe.reps()));
        Product product =
                SalesBook.products().get(dice.nextInt(SalesBook.products().size()));
        boolean won = dice.nextDouble() < chance(rep, product);
        double price = product.listPrice() * Dice.lognormal(dice.nextGaussian(), 0.12);
        DealStage stage = engageDay > today
                ? DealStage.PROSPECTING
                : closeDay > today ? DealStage.ENGAGING : won ? DealStage.WON : DealStage.LOST;
        boolean closed = stage == DealStage.WON || stage == DealStage.LOST;
        Opportunity opportunity = Opportunity.of("%s-deal-%05d".formatted(recipe.prefix(), number + 1))
                .accountId(dice.nextInt(20) == 0 && !closed ? "" : book.accountId(dice.nextInt(recipe.accounts())))
                .productId(product.productId())
                .repId(rep.repId())
                .stage(stage)
                .engageDay(stage == DealStage.PROSPECTING ? Opportunity.NOT_YET : engageDay)
                .closeDay(closed ? closeDay : Opportunity.NOT_YET)
                .amount(!closed ? Double.NaN : won ? Math.rint(price) : 0)
                .offer(stage == DealStage.PROSPECTING ? 0 : Math.rint(price))
                .reason(closed ? reason(won, dice) : CloseReason.UNKNOWN)
                .build();
        return new Deal(opportunity, steps(opportunity, foundDay));
    }

    /** Not everybody says why. */
    private static CloseReason reason(boolean won, SplittableRandom dice) {
        List<CloseReason> reasons = won ? WON_FOR : LOST_FOR;
        int drawn = dice.nextInt(reasons.size() * 5 / 4);
        return drawn < reasons.size() ? reasons.get(drawn) : CloseReason.UNKNOWN;
    }

    private double chance(SalesRep rep, Product product) {
        SplittableRandom skill = Dice.at(
                recipe.seed(),
                Purpose.SALES_REP,
                rep.repId().hashCode(),
                product.productId().hashCode());
        return WIN_SHARE + SKILL_SPREAD * (skill.nextDouble() - 0.5);
    }

    private static List<StageHistory> steps(Opportunity deal, long foundDay) {
        List<StageHistory> steps = new ArrayList<>();
        steps.add(new StageHistory(DealStage.PROSPECTING, foundDay));
        if (deal.stage() != DealStage.PROSPECTING) {
            steps.add(new StageHistory(DealStage.ENGAGING, deal.engageDay()));
        }
        if (!deal.isOpen()) {
            steps.add(new StageHistory(deal.stage(), deal.closeDay()));
        }
        return steps;
    }
}
