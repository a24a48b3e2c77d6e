package io.deskhand.chaos.stack;

import io.deskhand.process.LocalProcess;

/** One instance of a service: its process, and where it listens. */
public record ServiceInstance(LocalProcess process, String url) {}
