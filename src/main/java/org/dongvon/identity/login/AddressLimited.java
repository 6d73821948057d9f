package org.dongvon.identity.login;

import org.springframework.security.core.AuthenticationException;

/** So many log-ins from this address were wrong that it must wait, whatever it sends now. */
final class AddressLimited extends AuthenticationException {

    AddressLimited() {
        super("too many wrong log-ins from one address");
    }
}
