package org.dongvon.shared;

/**
 * A rule of the books that always holds, and the statement that checks it over everything in scope.
 *
 * <p>The statement answers one row: {@code checked}, how many things it looked at; {@code broken}, how many break the
 * rule; {@code first}, a text that names the first of them by voucher, loan code or the like.
 *
 * @param name {@code <module>.<rule>}, also the key of its title: {@code invariant.<name>}
 * @param sql the statement, without parameters
 */
public record Invariant(String name, String sql) {}
