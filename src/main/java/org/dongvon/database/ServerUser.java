package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.shared.Refused;

/**
 * As whom the server's programs run. PostgreSQL refuses root; a root process therefore starts it in a user namespace of
 * its own, where it is nobody and still owns root's files, or, where namespaces are switched off, as another user.
 *
 * @param prefix what goes before each command
 * @param account who must own the server's files; empty for ourselves
 */
record ServerUser(List<String> prefix, String account) {

    private static final Path SELF = Path.of("/proc/self");

    /** The group without rights. */
    private static final String NO_GROUP = "65534";

    private static final ServerUser OURSELVES = new ServerUser(List.of(), "");

    private static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "-U"), "");

    /** Chooses; data that exists is read by whoever owns it. */
    static ServerUser of(DataFolder folder) {
        if (uid(SELF) != 0) {
            if (Files.exists(folder.data()) && uid(folder.data()) != uid(SELF)) {
                throw new Refused(DatabaseRefusal.OWNED_BY_OTHER, folder.root().toString());
            }
            return OURSELVES;
        }
        var owner = Files.exists(folder.data()) ? uid(folder.data()) : 0;
        if (owner != 0) {
            return as(Integer.toString(owner));
        }
        if (Shell.says(folder.root(), NAMESPACE.command(Path.of("true")))) {
            return NAMESPACE;
        }
        for (var account : List.of("postgres", "nobody")) {
            var user = as(account);
            if (Shell.says(folder.root(), user.command(Path.of("true")))) {
                return user;
            }
        }
        throw new Refused(DatabaseRefusal.ROOT_NOT_POSSIBLE, folder.root().toString());
    }

    private static ServerUser as(String account) {
        return new ServerUser(
                List.of("setpriv", "--reuid=" + account, "--regid=" + NO_GROUP, "--clear-groups"), account);
    }

    /** A command of the server's programs, as this user. */
    List<String> command(Path program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Gives a path and all below it to this user. */
    void own(DataFolder folder, Path path) {
        if (!account.isEmpty()) {
            Shell.run(folder.root(), List.of("chown", "-R", account, path.toString()));
        }
    }

    /** Gives the folder itself to this user, and checks that the way to it is open. */
    void enter(DataFolder folder) {
        if (account.isEmpty()) {
            return;
        }
        Shell.run(folder.root(), List.of("chown", account, folder.root().toString()));
        var reach = new ArrayList<>(prefix);
        reach.addAll(List.of(
                "test",
                "-x",
                folder.program("postgres").toString(),
                "-a",
                "-w",
                folder.root().toString()));
        if (!Shell.run(folder.root(), reach).ok()) {
            throw new Refused(DatabaseRefusal.FOLDER_UNREACHABLE, folder.root().toString(), account);
        }
    }

    private static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
