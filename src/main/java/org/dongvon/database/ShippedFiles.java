package org.dongvon.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The files that this build brings a database to: its migrations and its reference data. */
final class ShippedFiles {

    private static final String MIGRATIONS = "db/migration/";

    private static final String REFERENCE = "reference/";

    private ShippedFiles() {}

    /** Whether a module has any migration. */
    static boolean has(String module) {
        return sums().keySet().stream().anyMatch(name -> name.startsWith(MIGRATIONS + module + "/"));
    }

    /** A short text that changes when any file is added or edited. */
    static String fingerprint() {
        return sums().entrySet().stream()
                .map(file -> file.getKey() + " " + Long.toHexString(file.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Name and checksum of each file; from a jar without unpacking. */
    private static Map<String, Long> sums() {
        try {
            var home = Path.of(codeSource());
            return Files.isDirectory(home) ? sumsOfFolder(home) : sumsOfJar(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI codeSource() {
        try {
            return ShippedFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is no address", e);
        }
    }

    private static Map<String, Long> sumsOfJar(Path file) throws IOException {
        var sums = new TreeMap<String, Long>();
        try (var jar = new JarFile(file.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory() && isShipped(entry.getName()))
                    .forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
        }
        return sums;
    }

    private static Map<String, Long> sumsOfFolder(Path home) throws IOException {
        var sums = new TreeMap<String, Long>();
        for (var folder : List.of(MIGRATIONS, REFERENCE)) {
            if (Files.isDirectory(home.resolve(folder))) {
                try (var files = Files.walk(home.resolve(folder))) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        sums.put(home.relativize(file).toString(), sum(file));
                    }
                }
            }
        }
        return sums;
    }

    private static boolean isShipped(String name) {
        return name.startsWith(MIGRATIONS) || name.startsWith(REFERENCE);
    }

    private static long sum(Path file) throws IOException {
        var sum = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            sum.update(in.readAllBytes());
        }
        return sum.getValue();
    }
}
