package org.dongvon.identity;

import org.dongvon.shared.Role;

/** A person who may log in. */
public record Account(long id, long personId, String login, String fullName, Role role, long unitId) {}
