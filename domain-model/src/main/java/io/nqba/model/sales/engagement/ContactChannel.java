package io.nqba.model.sales.engagement;

/** How a person is reached. */
public enum ContactChannel {
    EMAIL,
    PHONE
}
