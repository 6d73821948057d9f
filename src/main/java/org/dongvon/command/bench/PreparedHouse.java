package org.dongvon.command.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.springframework.util.FileSystemUtils;

/** A database that is made and filled once, and copied as often as a history begins anew: a copy takes a second, a new one many. */
public final class PreparedHouse implements AutoCloseable {

    private final BenchFolder below;
    private final Path folder;
    private final int connections;
    private final List<BenchPoint> points;

    private PreparedHouse(BenchFolder below, Path folder, int connections, List<BenchPoint> points) {
        this.below = below;
        this.folder = folder;
        this.connections = connections;
        this.points = List.copyOf(points);
    }

    /** One office with groups and their loans, as {@link BenchHouse#fill} fills it, and its server stopped. */
    public static PreparedHouse of(BenchFolder below, int connections, Consumer<DataSource> load, int groups)
            throws IOException {
        var folder = below.make();
        try (var house = BenchHouse.in(folder, connections, load)) {
            var points = house.fill(1, groups);
            return new PreparedHouse(below, folder, connections, points);
        } catch (RuntimeException | IOException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    /** The points that hold sessions. */
    public List<BenchPoint> points() {
        return points;
    }

    /**
     * A copy of its own, thrown away when it is closed.
     *
     * @param wires what stands between the modules and the database
     */
    public BenchHouse open(UnaryOperator<DataSource> wires) throws IOException {
        var copy = below.make();
        try {
            copy(folder, copy);
            return BenchHouse.copied(copy, connections, wires);
        } catch (RuntimeException | IOException e) {
            FileSystemUtils.deleteRecursively(copy);
            throw e;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) throws IOException {
                if (!folder.equals(from)) {
                    Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
