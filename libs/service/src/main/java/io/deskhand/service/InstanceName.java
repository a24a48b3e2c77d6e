package io.deskhand.service;

/** The unique name of this process as a holder of leases. */
public record InstanceName(String name) {}
