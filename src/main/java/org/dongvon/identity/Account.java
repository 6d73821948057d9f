package org.dongvon.identity;

/** A person who may log in. What they may do stands in their grants. */
public record Account(long id, long personId, String login, String fullName) {}
