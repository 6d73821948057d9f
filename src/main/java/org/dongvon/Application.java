package org.dongvon;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server with its web pages. Commands that serve no page start less: see {@code command}. */
@SpringBootApplication
public class Application {}
