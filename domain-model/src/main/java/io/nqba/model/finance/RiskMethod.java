package io.nqba.model.finance;

/** How a tail loss is estimated from past days. */
public enum RiskMethod {
    /** From the days as they were. */
    HISTORICAL,
    /** From mean and deviation, as if normally distributed. */
    NORMAL,
    /** As normal with mean 0, the deviation weighing recent days more. */
    EWMA,
    /** As normal, bent by skewness and kurtosis. */
    CORNISH_FISHER
}
