import type { Row } from '../analysis/calls.js';

const ANGULAR = 'import { HttpClient } from "@angular/common/http";';
const NEST = 'import { HttpService } from "@nestjs/axios";';
const angular = (line: number): string => `document-generate POST angular-http likely ${line}`;
const nest = (line: number): string => `document-generate POST nest-http likely ${line}`;

const service = (head: string, ...members: readonly string[]): string[] => [
  head,
  'class Kyc {',
  ...members,
  '}',
];

export const ROWS: readonly Row[] = [
  [
    'a constructor of Angular',
    service(
      ANGULAR,
      'constructor(private readonly http: HttpClient) {}',
      'generate(body: Body) { return this.http.post<Answer>("/document/generate", body); }',
      'status(id: string) { return this.http.get(`/customer/kyc/status/${id}`); }',
    ),
    angular(4),
    'kyc-status GET angular-http likely 5',
  ],
  [
    'inject of Angular',
    service(
      `${ANGULAR} import { inject } from "@angular/core";`,
      'private http = inject(HttpClient);',
      'generate() { return this.http.post("/document/generate", {}, { headers: { "x-connectfi-token": t } }); }',
    ),
    'document-generate POST angular-http certain 4',
  ],
  [
    'a field that the constructor sets',
    service(
      ANGULAR,
      'private http: HttpClient;',
      'constructor(http: HttpClient) { this.http = http; }',
      'generate() { return this.http.post("/document/generate", {}); }',
    ),
    angular(5),
  ],
  [
    'a parameter',
    `${ANGULAR} function f(http: HttpClient) { return http.post("/document/generate", {}); }`,
    angular(1),
  ],
  [
    'request of Angular',
    [
      ANGULAR,
      'import { HttpRequest } from "@angular/common/http";',
      'function f(http: HttpClient) {',
      'http.request("POST", "/document/generate", { body: {} });',
      'http.request(new HttpRequest("POST", "/document/generate", {}));',
      '}',
    ],
    angular(4),
    angular(5),
  ],
  [
    'a type of a namespace',
    'import * as ng from "@angular/common/http"; const f = (http: ng.HttpClient) => http.post("/document/generate", {})',
    angular(1),
  ],
  [
    'an HttpClient of another package',
    service(
      'import { HttpClient } from "./http";',
      'constructor(private http: HttpClient) {}',
      'f() { return this.http.post("/document/generate", {}); }',
    ),
  ],
  [
    'another type of the package',
    'import { HttpHandler } from "@angular/common/http"; const f = (h: HttpHandler) => h.post("/document/generate")',
  ],
  [
    'an inject of another package',
    `${ANGULAR} import { inject } from "inversify"; const http = inject(HttpClient); http.post("/document/generate", {})`,
  ],
  [
    'the router of Angular',
    'import { Router } from "@angular/router"; const f = (router: Router) => router.get("/customer/kyc/status/1")',
  ],
  [
    'Angular’s testing controller',
    'import { HttpTestingController } from "@angular/common/http/testing"; const f = (c: HttpTestingController) => c.request("POST", "/document/generate")',
  ],

  [
    'a constructor of Nest',
    service(
      NEST,
      'constructor(private readonly httpService: HttpService) {}',
      'generate() { return this.httpService.post("/document/generate", {}); }',
      'status() { return this.httpService.axiosRef.get("/customer/kyc/status/1"); }',
      'other() { return this.httpService.request({ method: "POST", url: "/document/generate" }); }',
      'ref() { return this.httpService.axiosRef({ method: "POST", url: "/document/generate", headers: { "x-connectfi-token": t } }); }',
    ),
    nest(4),
    'kyc-status GET nest-http likely 5',
    nest(6),
    'document-generate POST nest-http certain 7',
  ],
  [
    'an older Nest',
    'import { HttpService } from "@nestjs/common"; const f = (http: HttpService) => http.post("/document/generate", {})',
    nest(1),
  ],
  [
    'an HttpService of another package',
    service(
      'import { HttpService } from "./http.service";',
      'constructor(private http: HttpService) {}',
      'f() { return this.http.post("/document/generate", {}); }',
    ),
  ],
  [
    'a route of Nest',
    'import { Controller, Post } from "@nestjs/common"; @Controller("document") class A { @Post("/document/generate") f() {} }',
  ],
];
