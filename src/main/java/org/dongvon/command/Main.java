package org.dongvon.command;

/** Where every command of the launcher begins. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {}
}
