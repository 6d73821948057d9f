package org.dongvon.identity;

import org.dongvon.shared.Role;

/**
 * An account with the role it acts in first.
 *
 * @param place the office of that role, or the province or country where it belongs to no office
 */
public record Holder(Account account, Role role, String place) {}
