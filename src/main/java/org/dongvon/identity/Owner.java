package org.dongvon.identity;

/** Whose account it is: what the pages of one's own account need to know. */
public record Owner(long accountId, String login, String fullName) {}
