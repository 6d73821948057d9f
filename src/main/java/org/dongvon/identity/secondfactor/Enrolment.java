package org.dongvon.identity.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.binary.Base32;
import org.dongvon.identity.Owner;

/**
 * A secret on its way into somebody's app. Until the first code is right it is kept by the page alone, sealed.
 *
 * @param text the secret as apps take it when it is typed, in groups of four
 * @param sealed the secret as the page sends it back
 * @param qr what the telephone scans
 */
public record Enrolment(String text, String sealed, QrCode qr) {

    private static final String ISSUER = "Đồng Vốn";

    static Enrolment of(Owner owner, byte[] secret, byte[] sealed) {
        var typed = new Base32().encodeToString(secret).replace("=", "");
        var label = encoded(ISSUER) + ":" + encoded(owner.login());
        var address = "otpauth://totp/" + label + "?secret=" + typed + "&issuer=" + encoded(ISSUER);
        return new Enrolment(
                typed.replaceAll("(.{4})(?=.)", "$1 "),
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed),
                QrCode.of(address));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
