package org.dongvon.session.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dongvon.shared.WebOnly;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of the field page, under their own names: the worker keeps them, and knows each by the SHA-256 that it was made
 * with. A changed file changes the worker, and a browser that meets it installs all anew, or nothing.
 */
@Controller
@WebOnly
class FieldShell {

    private static final String PLACE = "static/";

    private static final String HASHES = "/*PRECACHE*/";

    /** What the page consists of: its name in the address, its file, its type. */
    private enum File {
        PAGE("", "field/index.html", "text/html;charset=UTF-8"),
        APP("app.js", "field/app.js", "text/javascript;charset=UTF-8"),
        TEXTS("texts.js", "field/texts.js", "text/javascript;charset=UTF-8"),
        STORE("store.js", "field/store.js", "text/javascript;charset=UTF-8"),
        PACKAGE("package.js", "field/package.js", "text/javascript;charset=UTF-8"),
        SYNC("sync.js", "field/sync.js", "text/javascript;charset=UTF-8"),
        RECEIPT("receipt.js", "field/receipt.js", "text/javascript;charset=UTF-8"),
        STYLE("field.css", "field/field.css", "text/css;charset=UTF-8"),
        TOKENS("tokens.css", "tokens.css", "text/css;charset=UTF-8"),
        KIT("kit.css", "kit.css", "text/css;charset=UTF-8"),
        MARK("mark.svg", "mark.svg", "image/svg+xml"),
        MANIFEST("manifest.json", "field/manifest.json", "application/manifest+json;charset=UTF-8");

        private final String path;
        private final String type;

        @SuppressWarnings("ImmutableEnumChecker")
        private final byte[] bytes;

        File(String name, String file, String type) {
            this.path = name.isEmpty() ? "/field" : "/field/" + name;
            this.type = type;
            this.bytes = read(file);
        }

        private static byte[] read(String file) {
            try {
                return new ClassPathResource(PLACE + file).getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<String, File> files = new LinkedHashMap<>();
    private final byte[] worker;

    FieldShell() {
        var hashes = new LinkedHashMap<String, String>();
        for (var file : File.values()) {
            files.put(file.path, file);
            hashes.put(file.path, "sha256-" + Base64.getEncoder().encodeToString(FieldHashes.sha256(file.bytes)));
        }
        var list = JsonMapper.builder().build().writeValueAsString(hashes);
        worker = new String(File.read("field/worker.js"), StandardCharsets.UTF_8)
                .replace(HASHES, list)
                .getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/field")
    ResponseEntity<byte[]> page() {
        return answer(File.PAGE.type, File.PAGE.bytes);
    }

    @GetMapping("/field/{file}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        if (file.equals("worker.js")) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8")
                    .header("Service-Worker-Allowed", "/field")
                    .body(worker);
        }
        var known = files.get("/field/" + file);
        return known == null ? ResponseEntity.notFound().build() : answer(known.type, known.bytes);
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] bytes) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).body(bytes);
    }
}
