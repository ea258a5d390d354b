package io.nqba.console.page;

/**
 * A page above this one.
 *
 * @param name what it is called
 * @param href where it is
 */
public record Crumb(String name, String href) {}
