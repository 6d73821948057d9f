package org.dongvon.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.dongvon.identity.Owner;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int EDGE = 4;

    @Test
    void isReadByAScannerAsWhatItSays() throws FormatException, ChecksumException {
        assertThat(scanned(QrCode.of("otpauth://totp/x?secret=ABC"))).isEqualTo("otpauth://totp/x?secret=ABC");
    }

    @Test
    void tellsTheAppWhoseSecretItIs() throws FormatException, ChecksumException {
        var enrolment = Enrolment.of(new Owner(7, "ha", "Lê Thu Hà"), new byte[20], new byte[40]);

        assertThat(scanned(enrolment.qr()))
                .isEqualTo("otpauth://totp/%C4%90%E1%BB%93ng%20V%E1%BB%91n:ha?secret=" + "A".repeat(32)
                        + "&issuer=%C4%90%E1%BB%93ng%20V%E1%BB%91n");
        assertThat(enrolment.text()).isEqualTo("AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA");
    }

    private static String scanned(QrCode code) throws FormatException, ChecksumException {
        var modules = new BitMatrix(code.size() - 2 * EDGE);
        var runs = RUN.matcher(code.path());
        while (runs.find()) {
            modules.setRegion(
                    Integer.parseInt(runs.group(1)) - EDGE,
                    Integer.parseInt(runs.group(2)) - EDGE,
                    Integer.parseInt(runs.group(3)),
                    1);
        }
        return new Decoder().decode(modules).getText();
    }
}
