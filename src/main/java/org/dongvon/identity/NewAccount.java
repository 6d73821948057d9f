package org.dongvon.identity;

import org.dongvon.shared.Role;

/**
 * A person who is to log in.
 *
 * @param login lower-case letters, digits, dots and hyphens
 * @param unitId the transaction office they work in; for an auditor also a province or the country
 */
public record NewAccount(String login, String fullName, Role role, long unitId) {}
