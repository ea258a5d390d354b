package io.nqba.console.page.finance;

import io.nqba.console.page.ProblemBox;

/**
 * The forms of a risk page with what is wrong with them.
 *
 * @param order the order
 * @param orderBox what is wrong with it; nothing when it is fine
 * @param limit the limit
 * @param limitBox what is wrong with it
 */
record RiskForms(OrderForm order, ProblemBox orderBox, LimitForm limit, ProblemBox limitBox) {
    static RiskForms fresh(RiskAddress address) {
        return new RiskForms(OrderForm.fresh(address), RiskPage.NO_PROBLEM, LimitForm.NEW, RiskPage.NO_PROBLEM);
    }

    RiskForms order(OrderForm form, ProblemBox problem) {
        return new RiskForms(form, problem, limit, limitBox);
    }

    RiskForms limit(LimitForm form, ProblemBox problem) {
        return new RiskForms(order, orderBox, form, problem);
    }

    /** Returns whether all is well. */
    boolean good() {
        return orderBox.title().isEmpty() && limitBox.title().isEmpty();
    }
}
