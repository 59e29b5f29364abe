{
  # Variables for test builds: `node-gyp configure -- -Dabi=2 -Dbpf_object=… -Dsanitize=1`
  "variables": {
    "bpf_object%": "<(module_root_dir)/build/bpf/stasis.bpf.o",
    "abi%": 1,
    "sanitize%": 0,
  },
  "targets": [
    {
      "target_name": "stasis",
      "sources": [
        "native/addon/addon.cc",
        "native/addon/arguments.cc",
        "native/addon/containers.cc",
        "native/addon/containments.cc",
        "native/addon/freezer.cc",
        "native/addon/holds.cc",
        "native/addon/kernel-tables.cc",
        "native/addon/kernel.cc",
        "native/addon/object.cc",
        "native/addon/pins.cc",
        "native/addon/private-files.cc",
        "native/addon/programs.cc",
        "native/addon/reflex.cc",
        "native/addon/rings.cc",
        "native/addon/state.cc",
        "native/addon/tasks.cc",
        "native/addon/uninstall.cc",
        "<(INTERMEDIATE_DIR)/object.S",
      ],
      "actions": [
        {
          # The object's bytes go into the addon; made anew whenever the object is.
          "action_name": "embed_object",
          "inputs": ["native/addon/embed.S", "<(bpf_object)"],
          "outputs": ["<(INTERMEDIATE_DIR)/object.S"],
          "action": ["sh", "-c", "sed 's|STASIS_OBJECT|\"<(bpf_object)\"|' native/addon/embed.S > <(INTERMEDIATE_DIR)/object.S"],
        }
      ],
      "include_dirs": ["<!@(node -p \"require('node-addon-api').include_dir\")", "native/addon"],
      "defines": ["NAPI_VERSION=8", "NODE_ADDON_API_DISABLE_DEPRECATED", "NAPI_DISABLE_CPP_EXCEPTIONS", "STASIS_ABI=<(abi)"],
      "cflags_cc!": ["-std=gnu++17", "-std=gnu++20"],
      "cflags_cc": ["-std=c++20", "-fno-exceptions", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror"],
      "libraries": ["-lbpf"],
      "conditions": [
        ["sanitize==1", {
          "cflags": ["-fsanitize=address,undefined", "-fno-omit-frame-pointer", "-fno-sanitize-recover=undefined"],
          "ldflags": ["-fsanitize=address,undefined"],
        }],
      ],
    }
  ]
}
