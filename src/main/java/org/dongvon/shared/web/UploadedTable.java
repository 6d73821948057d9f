package org.dongvon.shared.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebLimit;
import org.dongvon.shared.WebLimits;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.table.TableFile;
import org.dongvon.shared.table.TableRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The one table that a page was sent, within the limit of the house. */
@Component
@WebOnly
public class UploadedTable {

    /** The name of the field that holds the file. */
    public static final String FILE = "file";

    private final WebLimits limits;

    UploadedTable(WebLimits limits) {
        this.limits = limits;
    }

    /**
     * The file that was sent, unread.
     *
     * @throws Refused {@link TableRefusal#EMPTY_FILE}, {@link TableRefusal#SEVERAL_FILES},
     *     {@link TableRefusal#FILE_TOO_LARGE}
     */
    public TableFile of(@Nullable List<MultipartFile> sent) throws IOException {
        if (sent == null || sent.isEmpty()) {
            throw new Refused(TableRefusal.EMPTY_FILE);
        }
        if (sent.size() > 1) {
            throw new Refused(TableRefusal.SEVERAL_FILES);
        }
        var file = sent.getFirst();
        int megabytes = limits.of(WebLimit.UPLOAD_MEGABYTES);
        if (file.getSize() > (long) megabytes << 20) {
            throw new Refused(TableRefusal.FILE_TOO_LARGE, megabytes);
        }
        return new TableFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
    }

    /** The page on which the file was chosen, with the refusal at its field. */
    public static ModelAndView refused(String view, Form form, Refused refused) {
        form.refuse(FILE, refused);
        boolean large = refused.refusal() == TableRefusal.FILE_TOO_LARGE;
        return new ModelAndView(view, large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
