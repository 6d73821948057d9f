package org.dongvon.form;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one path of a vector picture, which a page holds without a further file and printers draw sharply.
 *
 * @param size width and height, with the quiet margin of four modules
 * @param path the dark modules
 */
public record QrPicture(int size, String path) {

    private static final int MARGIN = 4;

    /** The picture of a text. */
    public static QrPicture of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    int from = x;
                    while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        path.append("M%d %dh%dv1h-%dz".formatted(from + MARGIN, y + MARGIN, x - from, x - from));
                    }
                }
            }
            return new QrPicture(matrix.getWidth() + 2 * MARGIN, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }
}
