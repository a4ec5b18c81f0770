package io.hangtag.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.Permission;

/**
 * An object's access grants. S3 does not copy them, so they are set again in the same request that copies.
 *
 * @param grants all of them, the owner's included
 */
record ObjectGrants(List<Grant> grants) {
    /** The grants of an object, empty where only the owner has full control, which is what a copy gets by itself. */
    static Optional<ObjectGrants> beyondOwner(GetObjectAclResponse acl) {
        boolean onlyOwner = acl.grants().stream()
                .allMatch(grant -> grant.permission() == Permission.FULL_CONTROL
                        && acl.owner() != null
                        && acl.owner().id() != null
                        && acl.owner().id().equals(grant.grantee().id()));
        return onlyOwner ? Optional.empty() : Optional.of(new ObjectGrants(acl.grants()));
    }

    void grantAgain(CopyObjectRequest.Builder request) {
        request.grantFullControl(grantees(Permission.FULL_CONTROL))
                .grantRead(grantees(Permission.READ))
                .grantReadACP(grantees(Permission.READ_ACP))
                .grantWriteACP(grantees(Permission.WRITE_ACP));
    }

    private String grantees(Permission permission) {
        String header = grants.stream()
                .filter(grant -> grant.permission() == permission)
                .map(grant -> header(grant.grantee()))
                .collect(Collectors.joining(", "));
        return header.isEmpty() ? null : header;
    }

    private static String header(Grantee grantee) {
        if (grantee.id() != null) {
            return "id=\"" + grantee.id() + "\"";
        }
        return grantee.uri() != null
                ? "uri=\"" + grantee.uri() + "\""
                : "emailAddress=\"" + grantee.emailAddress() + "\"";
    }
}
