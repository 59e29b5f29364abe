# Keys, certificates and kubeconfigs of one cluster, in the folder PKI. Made once; what exists is kept. Sourced.
# shellcheck shell=bash

DAYS=30

# A certificate authority PKI/NAME.{key,crt}.
authority() { # NAME
  [ -f "$PKI/$1.crt" ] && return
  openssl ecparam -name prime256v1 -genkey -noout -out "$PKI/$1.key"
  openssl req -x509 -new -sha256 -days "$DAYS" -key "$PKI/$1.key" -subj "/CN=$1" -out "$PKI/$1.crt" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign,digitalSignature
}

# A certificate PKI/NAME.{key,crt} of an authority. USES: clientAuth, serverAuth or both with a comma between.
certificate() { # NAME AUTHORITY SUBJECT USES [ALTERNATIVE NAMES]
  local base=$PKI/$1
  [ -f "$base.crt" ] && return
  {
    echo keyUsage=critical,digitalSignature,keyEncipherment
    echo "extendedKeyUsage=$4"
    [ -z "${5:-}" ] || echo "subjectAltName=$5"
  } > "$base.ext"
  openssl ecparam -name prime256v1 -genkey -noout -out "$base.key"
  openssl req -new -sha256 -key "$base.key" -subj "$3" -out "$base.csr"
  openssl x509 -req -sha256 -days "$DAYS" -in "$base.csr" -CA "$PKI/$2.crt" -CAkey "$PKI/$2.key" -CAcreateserial \
    -extfile "$base.ext" -out "$base.crt" 2>> "$PKI/openssl.log"
  rm "$base.ext" "$base.csr"
}

# The key pair PKI/tokens.{key,pub} that service account tokens are signed with.
token_keys() {
  [ -f "$PKI/tokens.pub" ] && return
  openssl ecparam -name prime256v1 -genkey -noout -out "$PKI/tokens.key"
  openssl ec -in "$PKI/tokens.key" -pubout -out "$PKI/tokens.pub" 2>> "$PKI/openssl.log"
}

kubeconfig() { # FILE SERVER CERTIFICATE
  (umask 077 && cat > "$1") <<Y
apiVersion: v1
kind: Config
current-context: test
clusters: [{name: test, cluster: {server: "$2", certificate-authority-data: $(base64 -w0 < "$PKI/ca.crt")}}]
contexts: [{name: test, context: {cluster: test, user: test}}]
users: [{name: test, user: {client-certificate-data: $(base64 -w0 < "$PKI/$3.crt"), client-key-data: $(base64 -w0 < "$PKI/$3.key")}}]
Y
}

# What every API server needs: its authorities, its own certificate, the administrator's, the token keys.
api_server_pki() { # ALTERNATIVE NAMES
  mkdir -p "$PKI" && chmod 700 "$PKI"
  authority ca
  authority front-proxy-ca
  certificate apiserver ca /CN=kube-apiserver serverAuth "$1"
  certificate front-proxy front-proxy-ca /CN=front-proxy-client clientAuth
  certificate admin ca /O=system:masters/CN=admin clientAuth
  token_keys
}
